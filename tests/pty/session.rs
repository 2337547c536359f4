//! A program on a terminal of its own, driven and watched.
//!
//! Nothing sleeps: each wait is for a text or a state, with a deadline. The terminal is read only while a test waits, so
//! that it can also be left unread, or closed.

use std::{
    fmt::Write as _,
    io::{Read, Write},
    sync::mpsc::{self, Receiver, Sender},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::fd::OwnedFd;
use rustix::fs::{Mode, OFlags};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

/// A sequence that no terminal shows, and the guard never sends.
const MARK: &[u8] = b"\x1b]777;mark\x07";
/// Size of the terminal.
pub const ROWS: u16 = 10;
pub const COLUMNS: u16 = 60;

/// How long a test waits for what must come.
pub const DEADLINE: Duration = Duration::from_secs(10);

/// A program on a terminal of its own.
pub struct Session {
    pub child: Box<dyn Child + Send + Sync>,
    pub master: Box<dyn MasterPty + Send>,
    pub writer: Box<dyn Write + Send>,
    /// Kept open, so that the terminal outlives the program.
    slave: Box<dyn SlavePty + Send>,
    requests: Sender<()>,
    chunks: Receiver<Vec<u8>>,
    is_reading: bool,
    pub parser: vt100::Parser,
    pub bytes: Vec<u8>,
    /// A letter of which only the beginning has come.
    begun: Vec<u8>,
    pub modes_before: String,
    /// Home of the program: nothing of this machine's is around it.
    pub home: TempDir,
}

impl Session {
    pub fn start(argv: &[&str]) -> Self {
        Self::start_at(tempfile::tempdir().expect("a folder"), argv)
    }

    /// The same at a home that has seen the program before.
    pub fn start_at(home: TempDir, argv: &[&str]) -> Self {
        Self::start_sized(home, (COLUMNS, ROWS), argv)
    }

    /// The same on a terminal of so many columns and rows.
    pub fn start_sized(home: TempDir, (columns, rows): (u16, u16), argv: &[&str]) -> Self {
        let pair = native_pty_system()
            .openpty(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 })
            .expect("the test's own terminal");
        let mut command = CommandBuilder::from_argv(argv.iter().map(Into::into).collect());
        command.env_clear();
        command.env("PATH", "/usr/bin:/bin");
        command.env("TERM", "xterm-256color");
        command.env("LC_CTYPE", "C.UTF-8");
        command.env("HOME", home.path());
        let mut reader = pair.master.try_clone_reader().expect("the test's own terminal");
        let modes_before = modes(&*pair.master);
        let child = pair.slave.spawn_command(command).expect("the test's own terminal");
        let (requests, asked) = mpsc::channel();
        let (read, chunks) = mpsc::channel();
        thread::spawn(move || {
            while let Ok(()) = asked.recv() {
                let mut chunk = vec![0; 4096];
                let count = reader.read(&mut chunk).unwrap_or(0);
                chunk.truncate(count);
                if read.send(chunk).is_err() {
                    break;
                }
            }
        });
        Self {
            child,
            writer: pair.master.take_writer().expect("the test's own terminal"),
            master: pair.master,
            slave: pair.slave,
            requests,
            chunks,
            is_reading: false,
            parser: vt100::Parser::new(rows.max(1), columns.max(1), 0),
            bytes: Vec::new(),
            begun: Vec::new(),
            modes_before,
            home,
        }
    }

    /// `program` in a shell with job control, which runs the rest of `script` once it has stopped.
    pub fn start_in_shell(program: &str, script: &str) -> Self {
        Self::start(&["bash", "-c", &format!("set -m; {}", script.replace("PROGRAM", program))])
    }

    pub fn read(&mut self) {
        if !self.is_reading {
            self.requests.send(()).expect("the test's own terminal");
            self.is_reading = true;
        }
        self.wait();
    }

    /// Waits a little, for what has been asked for already.
    pub fn wait(&mut self) {
        if let Ok(chunk) = self.chunks.recv_timeout(Duration::from_millis(5)) {
            self.is_reading = false;
            self.bytes.extend(&chunk);
            self.show(chunk);
        }
    }

    /// Hands on whole letters only: of one that comes in two pieces, this terminal loses the letter behind it.
    fn show(&mut self, chunk: Vec<u8>) {
        self.begun.extend(chunk);
        let whole = match std::str::from_utf8(&self.begun) {
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            _ => self.begun.len(),
        };
        let rest = self.begun.split_off(whole);
        self.parser.process(&std::mem::replace(&mut self.begun, rest));
    }

    pub fn until(&mut self, what: &str, mut is_so: impl FnMut(&Self) -> bool) {
        let start = Instant::now();
        while !is_so(self) {
            assert!(start.elapsed() < DEADLINE, "no {what:?} in {:?}", String::from_utf8_lossy(&self.bytes));
            self.read();
        }
    }

    pub fn until_text(&mut self, text: &str) {
        self.until(text, |session| session.parser.screen().contents().contains(text));
    }

    pub fn until_screen(&mut self, text: &str) {
        self.until(text, |session| {
            let screen = session.parser.screen();
            screen.alternate_screen() && screen.bracketed_paste() && screen.contents().contains(text)
        });
    }

    pub fn until_left(&mut self) {
        self.until("the main screen", |session| {
            let screen = session.parser.screen();
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
        });
    }

    pub fn keys(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).expect("the test's own terminal");
    }

    /// Types keys, and waits until what comes of them is on screen.
    pub fn step(&mut self, keys: &str) {
        let seen = self.bytes.len();
        // Has everything drawn anew.
        self.keys(&format!("{keys}\x0c"));
        self.until(&format!("the screen after {keys:?}"), |session| {
            let bytes = String::from_utf8_lossy(&session.bytes[seen..]);
            bytes.rsplit_once("\x1b[H\x1b[J").is_some_and(|(_, frame)| frame.contains("\x1b[?2026l"))
        });
    }

    /// Gives the terminal another size, but not the screen that shows what it receives.
    pub fn resize_unseen(&self, columns: u16, rows: u16) {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).expect("the test's own terminal");
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.resize_unseen(columns, rows);
        self.parser.screen_mut().set_size(rows, columns);
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).expect("the test's own terminal");
    }

    pub fn pid(&self) -> Pid {
        Pid::from_raw(self.child.process_id().expect("the test's own terminal").cast_signed())
            .expect("the test's own terminal")
    }

    /// The first child of the shell.
    pub fn program_pid(&self) -> Option<Pid> {
        let shell = self.pid().as_raw_nonzero();
        let children =
            std::fs::read_to_string(format!("/proc/{shell}/task/{shell}/children")).expect("the test's own terminal");
        Pid::from_raw(children.split_whitespace().next()?.parse().expect("the test's own terminal"))
    }

    pub fn program_is_stopped(&self) -> bool {
        self.program_pid().is_some_and(|pid| state(pid) == 'T')
    }

    pub fn exit_code(&mut self) -> u32 {
        self.ending().expect("no signal ends it by default")
    }

    /// The exit code, none where a signal ended it before it minded signals.
    pub fn ending(&mut self) -> Option<u32> {
        let mut code = None;
        let start = Instant::now();
        while code.is_none() {
            assert!(start.elapsed() < DEADLINE, "still running");
            code = self.child.try_wait().expect("the test's own terminal");
            self.wait();
        }
        code.filter(|status| status.signal().is_none()).map(|status| status.exit_code())
    }

    /// Its end of the terminal.
    fn open_slave(&self, access: OFlags) -> OwnedFd {
        let path = self.master.tty_name().expect("the test's own terminal");
        rustix::fs::open(path, access | OFlags::NOCTTY, Mode::empty()).expect("the test's own terminal")
    }

    /// Whether the program sleeps although a key waits for it: then it waits for somebody to read.
    pub fn is_stalled(&self) -> bool {
        let unheard = rustix::io::ioctl_fionread(self.open_slave(OFlags::RDONLY)).expect("the test's own terminal");
        unheard > 0 && state(self.pid()) == 'S'
    }

    /// Reads everything written so far, and returns what came since the last read.
    pub fn drain(&mut self) -> String {
        let seen = self.bytes.len();
        let fd = self.open_slave(OFlags::WRONLY);
        rustix::io::write(&fd, MARK).expect("the test's own terminal");
        // A program that still runs may write behind it.
        let place = |session: &Self| session.bytes[seen..].windows(MARK.len()).position(|bytes| bytes == MARK);
        self.until("the mark", |session| place(session).is_some());
        let start = seen + place(self).expect("just seen");
        self.bytes.drain(start..start + MARK.len());
        String::from_utf8_lossy(&self.bytes[seen..]).into_owned()
    }

    pub fn assert_restored(&mut self) {
        self.until_left();
        assert_eq!(modes(&*self.master), self.modes_before);
    }

    /// Closes the terminal, as a lost connection does, and returns the exit code and how long it took.
    pub fn hang_up(self) -> (u32, Duration) {
        let (code, time) = self.hang_up_anyhow();
        (code.expect("no signal ends it by default"), time)
    }

    /// The same, with no exit code where a signal ended it before it minded signals.
    pub fn hang_up_anyhow(self) -> (Option<u32>, Duration) {
        let Self { mut child, master, writer, slave, requests, chunks, is_reading, .. } = self;
        assert!(!is_reading, "the reader would keep the terminal open");
        drop(requests);
        assert!(chunks.recv().is_err());
        let start = Instant::now();
        drop((master, writer, slave));
        let (ended, end) = mpsc::channel();
        thread::spawn(move || ended.send(child.wait().expect("the test's own terminal")));
        let status = end.recv_timeout(DEADLINE).expect("the process ends");
        (status.signal().is_none().then(|| status.exit_code()), start.elapsed())
    }
}

pub fn modes(master: &dyn MasterPty) -> String {
    let mut text = String::new();
    write!(text, "{:?}", master.get_termios().expect("the test's own terminal")).expect("the test's own terminal");
    text
}

/// The state of a process as `ps` shows it, `X` if there is none.
pub fn state(pid: Pid) -> char {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero()));
    let Ok(stat) = stat else { return 'X' };
    stat.rsplit(") ").next().expect("the test's own terminal").chars().next().expect("the test's own terminal")
}
