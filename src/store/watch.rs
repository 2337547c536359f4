//! Hears of changes in the folders of data files from the kernel, so that nobody has to look again and again.
//!
//! Where the kernel does not tell, on a file system of another machine for instance, nothing comes: whoever listens looks
//! for himself from time to time too.

use std::path::Path;

/// Waits for changes in `folder`, its `documents` and its `meetings`, and tells of each until `tell` answers no; it
/// may tell of more. Returns where nothing is to be heard.
#[cfg(target_os = "linux")]
pub fn changes(folder: &Path, tell: impl Fn() -> bool) {
    use std::mem::MaybeUninit;

    use rustix::fs::inotify::{CreateFlags, Reader, init};
    use rustix::io::Errno;

    /// Room for some dozen changes.
    const ROOM: usize = 4096;

    let Ok(listening) = init(CreateFlags::CLOEXEC) else { return };
    let mut room = [MaybeUninit::uninit(); ROOM];
    let mut reader = Reader::new(&listening, &mut room);
    // Told of each time it is listened anew: what came into a new folder before that, nobody has heard.
    while listen(&listening, folder) && tell() {
        match reader.next() {
            Ok(_) | Err(Errno::INTR) => {}
            Err(_) => return,
        }
        // What came together is told once.
        while !reader.is_buffer_empty() && reader.next().is_ok() {}
    }
}

/// Asks to be told of changes in every folder there is, and where the first is not there yet, of its coming; false
/// where nothing will be told. To ask twice is no harm.
#[cfg(target_os = "linux")]
fn listen(listening: &rustix::fd::OwnedFd, folder: &Path) -> bool {
    use rustix::fs::inotify::{WatchFlags, add_watch};

    use super::paths;

    let there = WatchFlags::CLOSE_WRITE | WatchFlags::CREATE | WatchFlags::DELETE | WatchFlags::MOVE;
    let there = there | WatchFlags::MODIFY | WatchFlags::DELETE_SELF | WatchFlags::MOVE_SELF | WatchFlags::ONLYDIR;
    let to_come = WatchFlags::CREATE | WatchFlags::MOVED_TO | WatchFlags::ONLYDIR;
    let mut is_heard = false;
    for place in paths::data_folders(folder) {
        is_heard |= add_watch(listening, &place, there).is_ok();
    }
    is_heard || folder.parent().is_some_and(|above| add_watch(listening, above, to_come).is_ok())
}

/// The kernel is asked on Linux only.
#[cfg(not(target_os = "linux"))]
pub fn changes(_: &Path, _: impl Fn() -> bool) {}
