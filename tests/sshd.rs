//! The dashboard over a real SSH connection that drops: a server of this machine's own sshd on the loopback, with keys
//! that nobody else has, and homes that go with the test.
//!
//! Where there is no sshd the tests say so, and fail if `CI` is set.
#![cfg(all(target_os = "linux", feature = "tui"))]

#[path = "wire/grammar.rs"]
mod grammar;
#[path = "pty/session.rs"]
#[expect(dead_code, reason = "the dashboard is far away here")]
mod session;

use std::fs::{self, File};
use std::io::Write;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, io, thread};

use dosje::domain::annotations::Annotations;
use dosje::store::book;
use dosje::store::keep;
use grammar::foreign;
use rustix::process::{Pid, Signal, kill_process};
use session::{DEADLINE, Session};
use tempfile::TempDir;

const SSHD: &str = "/usr/sbin/sshd";

/// Whether all of these programs are here.
fn has(programs: &[&str]) -> bool {
    let is_there = |program: &str| {
        Path::new(program).exists()
            || ["/usr/bin", "/bin"].iter().any(|folder| Path::new(folder).join(program).exists())
    };
    let Some(missing) = programs.iter().find(|program| !is_there(program)) else { return true };
    assert!(env::var_os("CI").is_none(), "{missing} is missing: install openssh-server and tmux");
    writeln!(io::stderr(), "NOT TESTED: {missing} is missing; no connection over SSH was tried").expect("said");
    false
}

/// An SSH server for this user alone.
struct Server {
    child: Child,
    folder: TempDir,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        // It is gone already where it would not start.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Server {
    fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["host", "user"] {
            let file = folder.path().join(name);
            let words = ["-q", "-t", "ed25519", "-N", "", "-f", &file.to_string_lossy()].map(str::to_owned);
            assert!(Command::new("ssh-keygen").args(words).status().expect("ssh-keygen").success());
        }
        // What sshd does its first steps in; it is there wherever its service runs.
        let _ = fs::create_dir("/run/sshd");
        let place = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
        let port =
            TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|free| free.local_addr()).expect("a port").port();
        let lines = [
            format!("Port {port}"),
            "ListenAddress 127.0.0.1".to_owned(),
            format!("HostKey {}", place("host")),
            format!("AuthorizedKeysFile {}", place("user.pub")),
            "PidFile none".to_owned(),
            "UsePAM no".to_owned(),
            "StrictModes no".to_owned(),
            "PasswordAuthentication no".to_owned(),
            "KbdInteractiveAuthentication no".to_owned(),
            "PermitRootLogin prohibit-password".to_owned(),
            "PrintMotd no".to_owned(),
            "PrintLastLog no".to_owned(),
        ];
        let config = folder.path().join("sshd_config");
        keep::export(&config, lines.join("\n").as_bytes(), false).expect("written");
        let log = tempfile::NamedTempFile::new_in(folder.path()).expect("a file").into_file();
        let child = Command::new(SSHD)
            .args(["-D", "-e", "-f"])
            .arg(&config)
            .stdin(Stdio::null())
            .stderr(log)
            .spawn()
            .expect("sshd starts");
        let server = Self { child, folder, port };
        until("the server", || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok());
        server
    }

    /// A terminal on which `ssh` runs `words` far away, at this home.
    fn connect(&self, home: &Home, words: &str) -> Session {
        let place = |name: &str| self.folder.path().join(name).to_string_lossy().into_owned();
        let user = Command::new("id").arg("-un").output().expect("id");
        let address = format!("{}@127.0.0.1", String::from_utf8_lossy(&user.stdout).trim());
        // Of this user's own surroundings nothing but what sshd says of the terminal.
        let far = format!(
            "exec env -i HOME={} PATH=/usr/bin:/bin LANG=C.UTF-8 TERM=\"$TERM\" SSH_TTY=\"$SSH_TTY\" {words}",
            home.0.path().to_string_lossy()
        );
        let known = format!("UserKnownHostsFile={}", place("known"));
        let port = self.port.to_string();
        Session::start(&[
            "ssh",
            "-F",
            "none",
            "-tt",
            "-q",
            "-p",
            &port,
            "-i",
            &place("user"),
            "-o",
            &known,
            "-o",
            "StrictHostKeyChecking=accept-new",
            "-o",
            "IdentitiesOnly=yes",
            "-o",
            "BatchMode=yes",
            "-o",
            "EscapeChar=none",
            &address,
            &far,
        ])
    }
}

/// Where the dashboard is at home, far away.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn state(&self) -> PathBuf {
        self.0.path().join(".local/share/dosje/own/state.json")
    }

    fn marked(&self) -> Vec<String> {
        let book = book::load::<Annotations>(&self.state()).expect("whole");
        book.marked.iter().map(|id| id.as_str().to_owned()).collect()
    }

    /// The programs of that name that are at home here.
    fn running(&self, name: &str) -> Vec<Pid> {
        let home = format!("HOME={}", self.0.path().to_string_lossy());
        let processes = fs::read_dir("/proc").expect("a system").flatten().filter_map(|entry| {
            let around = fs::read(entry.path().join("environ")).ok()?;
            let is_at_home = around.split(|byte| *byte == 0).any(|variable| variable == home.as_bytes());
            let is_it = fs::read_to_string(entry.path().join("comm")).ok()?.trim().contains(name);
            let pid = Pid::from_raw(entry.file_name().to_str()?.parse().ok()?)?;
            (is_at_home && is_it).then_some(pid)
        });
        processes.collect()
    }

    fn dosje(&self) -> Pid {
        let running = self.running("dosje");
        assert_eq!(running.len(), 1, "{running:?}");
        running[0]
    }
}

fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < DEADLINE, "no {what}");
        thread::yield_now();
    }
}

fn dashboard() -> String {
    format!("{} --lang lv --today 2026-11-21", env!("CARGO_BIN_EXE_dosje"))
}

/// The dashboard far away, on its second tab.
fn opened(server: &Server, home: &Home) -> Session {
    let mut session = server.connect(home, &dashboard());
    session.until_screen("Tēmas");
    session.keys("2");
    session.until_screen("Arktikas");
    session
}

#[test]
fn one_searches_marks_and_copies_far_away_as_at_home() {
    if !has(&[SSHD, "ssh", "ssh-keygen"]) {
        return;
    }
    let (server, home) = (Server::start(), Home::new());
    let mut session = opened(&server, &home);
    session.keys("/gdhcn\r");
    session.until_screen("1 no 50");
    session.keys(" ");
    until("the mark on the disk", || home.state().exists());
    session.keys("Y");
    session.until_screen("Nosūtīts termināļa starpliktuvei");
    let bytes = String::from_utf8_lossy(&session.bytes).into_owned();
    assert_eq!(bytes.matches("\x1b]52;c;").count(), 1);
    session.keys("q");
    assert_eq!(session.exit_code(), 0);
    session.assert_restored();
    assert_eq!(foreign(&session.bytes), None);
    assert_eq!(home.marked(), ["ids25/4.5"]);
    until("the end", || home.running("").is_empty());
}

/// Whether a program is on its way out, and does what must be done before.
fn says_farewell(pid: Pid) -> bool {
    let threads = fs::read_dir(format!("/proc/{}/task", pid.as_raw_nonzero())).into_iter().flatten().flatten();
    threads.filter_map(|thread| fs::read_to_string(thread.path().join("comm")).ok()).any(|name| name == "farewell\n")
}

fn parent(pid: Pid) -> Pid {
    let status = fs::read_to_string(format!("/proc/{}/status", pid.as_raw_nonzero())).expect("it runs");
    let line = status.lines().find_map(|line| line.strip_prefix("PPid:")).expect("a line");
    Pid::from_raw(line.trim().parse().expect("a number")).expect("a parent")
}

#[test]
fn a_line_that_drops_in_the_midst_of_saving_loses_nothing_and_leaves_nothing_running() {
    if !has(&[SSHD, "ssh", "ssh-keygen"]) {
        return;
    }
    let (server, mut slowest) = (Server::start(), Duration::ZERO);
    for is_client_killed in [true, false, true, false] {
        let home = Home::new();
        let mut session = opened(&server, &home);
        session.keys(" ");
        until("the mark on the disk", || home.state().exists());
        session.until("a saved mark", |session| !session.parser.screen().contents().contains("saglabā"));
        let lock: File = File::options().write(true).open(home.state().with_file_name(".lock")).expect("there");
        lock.lock().expect("free");
        session.keys("j ");
        session.until_screen("saglabā …");
        session.step("j j 6");
        session.until_screen("Brīfings 4");
        let dosje = home.dosje();
        let victim = if is_client_killed { session.pid() } else { parent(dosje) };
        let name = fs::read_to_string(format!("/proc/{}/comm", victim.as_raw_nonzero())).expect("it runs");
        assert!(name.starts_with("ssh"), "{name}");
        kill_process(victim, Signal::KILL).expect("killed");
        until("a farewell", || says_farewell(dosje));
        drop(lock);
        let start = Instant::now();
        until("the end", || home.running("").is_empty());
        assert!(start.elapsed() < Duration::from_secs(1), "gone after {:?}", start.elapsed());
        let all = ["ids25/1.1", "ids25/1.2", "ids25/1.3", "ids25/1.4"];
        slowest = slowest.max(start.elapsed());
        assert_eq!(home.marked(), all);
        let mut again = opened(&server, &home);
        again.keys("6");
        again.until_screen("Brīfings 4");
        again.keys("q");
        assert_eq!(again.exit_code(), 0);
        assert_eq!(home.marked(), all);
    }
    writeln!(io::stderr(), "four lines dropped in the midst of saving: 0 lost, the slowest gone after {slowest:?}")
        .expect("said");
}

#[test]
fn an_idle_dashboard_whose_line_drops_is_gone_within_a_second() {
    if !has(&[SSHD, "ssh", "ssh-keygen"]) {
        return;
    }
    let (server, home) = (Server::start(), Home::new());
    for is_client_killed in [true, false] {
        let session = opened(&server, &home);
        let victim = if is_client_killed { session.pid() } else { parent(home.dosje()) };
        let start = Instant::now();
        kill_process(victim, Signal::KILL).expect("killed");
        until("the end", || home.running("").is_empty());
        assert!(start.elapsed() < Duration::from_secs(1), "gone after {:?}", start.elapsed());
    }
}

#[test]
fn in_tmux_the_dashboard_outlives_the_line_and_is_as_it_was() {
    if !has(&[SSHD, "ssh", "ssh-keygen", "tmux"]) {
        return;
    }
    let (server, home) = (Server::start(), Home::new());
    let tmux = format!("tmux -u -S {} -f /dev/null", home.0.path().join("socket").to_string_lossy());
    let mut session = server.connect(&home, &format!("{tmux} new-session {}", dashboard()));
    session.until_text("Tēmas");
    session.keys("2/gdhcn\r");
    session.until_text("1 no 50");
    session.keys(" ");
    until("the mark on the disk", || home.state().exists());
    kill_process(session.pid(), Signal::KILL).expect("killed");
    until("the end of the line", || home.running("tmux: client").is_empty());
    let mut again = server.connect(&home, &format!("{tmux} attach"));
    again.until_text("1 no 50");
    again.keys("Y");
    again.until_text("Nosūtīts termināļa starpliktuvei");
    again.until("the sequence", |session| String::from_utf8_lossy(&session.bytes).contains("\x1b]52;"));
    again.keys("q");
    again.exit_code();
    until("the end", || home.running("").is_empty());
    assert_eq!(home.marked(), ["ids25/4.5"]);
}
