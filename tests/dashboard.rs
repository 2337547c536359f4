//! x
#[path = "dashboard/script.rs"]
mod script;
use dosje::domain::Lang::{En, Lv};
use script::Script;
#[test]
fn dump() {
    for (lang, w, h, keys) in [
        (Lv, 120, 36, "2 / kvantu Space japana"),
        (Lv, 80, 24, "2 / kvantu Enter"),
        (En, 80, 24, "3 Enter"),
        (Lv, 40, 12, "2"),
        (Lv, 40, 12, "2 Enter"),
        (Lv, 20, 5, "3"),
        (En, 20, 5, "2 Enter"),
        (Lv, 20, 5, "2"),
        (Lv, 80, 24, "?"),
        (En, 60, 16, "2 / 5.3 Enter"),
        (En, 60, 16, "2 / 2.2 Enter"),
        (Lv, 120, 36, "3"),
        (En, 120, 36, ""),
        (Lv, 60, 20, "2 jjjjj jjjjj jjj"),
        (Lv, 20, 5, "/"),
        (Lv, 20, 5, "/ internets"),
        (Lv, 20, 5, "?"),
        (En, 40, 12, "2 / gdhcn Enter Enter"),
        (Lv, 80, 24, "3 / igf Space mandate"),
        (Lv, 60, 8, "2 / kiberdrosiba"),
    ] {
        let s = Script::new(lang, w, h).keys(keys);
        println!("=== {lang:?} {w}x{h} {keys}\n{}\ncursor {:?}", s.screen().text(), s.screen().cursor());
    }
    let t = std::time::Instant::now();
    for _ in 0..10 {
        script::dataset();
    }
    println!("dataset {:?}", t.elapsed() / 10);
    let t = std::time::Instant::now();
    for _ in 0..10 {
        Script::new(Lv, 80, 24);
    }
    println!("script {:?}", t.elapsed() / 10);
    let t = std::time::Instant::now();
    Script::new(Lv, 80, 24).keys("jjjjjjjjjjjjjjjjjjjj");
    println!("20 keys {:?}", t.elapsed());
}
