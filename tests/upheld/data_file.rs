//! What holds of any file among the user's data.

use std::path::Path;

use dosje::domain::RecordId;
use dosje::domain::fault::{Fault, Problem};
use dosje::store;

use crate::place::is_within;

/// It is read to its end, each fault has a place within it, the rest of the data is there, and `check` tells the same.
pub fn uphold(folder: &Path, bytes: &[u8]) {
    let file = folder.join("changed.json");
    store::keep::export(&file, bytes, true).expect("written");
    let loaded = store::load(Some(folder));
    for fault in &loaded.faults {
        assert_eq!(fault.file, "changed.json");
        assert!(fault.at.is_none_or(|at| is_within(bytes, at)), "{fault:?}");
    }
    assert!(loaded.dataset.record(&RecordId::new("ids25/1.1")).is_some());
    let checked = store::check(std::slice::from_ref(&file), Some(folder));
    // What was left out of a text the dashboard tells with its record.
    let (hidden, checked): (Vec<Fault>, Vec<Fault>) =
        checked.into_iter().partition(|fault| matches!(fault.problem, Problem::Hidden(_)));
    assert!(hidden.iter().all(|fault| fault.at.is_some_and(|at| is_within(bytes, at))), "{hidden:?}");
    assert_eq!(hidden.len(), loaded.dataset.hidden_from("changed.json").count());
    let problems = |faults: &[Fault]| -> Vec<String> {
        faults.iter().map(|fault| format!("{:?} {} {:?}", fault.at, fault.path, fault.problem)).collect()
    };
    assert_eq!(problems(&checked), problems(&loaded.faults), "told alike by `check` and by the dashboard");
}
