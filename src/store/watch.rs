//! Hears of changes in the folders of data files from the kernel, so that nobody has to look again and again.
//!
//! It does not tell of all: not of what another machine writes on a file system that both see, nor of what is written under
//! another name that leads to a file here. Where that may be, it is said, and whoever listens looks for himself too.

use std::path::Path;

/// Waits for changes in `folder`, its `documents` and its `meetings`, and tells of each until `tell` answers no; it
/// may tell of more. Says with each whether from here on all are heard. Returns where nothing is to be heard.
#[cfg(target_os = "linux")]
pub fn changes(folder: &Path, tell: impl Fn(bool) -> bool) {
    use std::mem::MaybeUninit;

    use rustix::fs::inotify::{CreateFlags, Reader, init};
    use rustix::io::Errno;

    /// Room for some dozen changes.
    const ROOM: usize = 4096;

    let Ok(listening) = init(CreateFlags::CLOEXEC) else { return };
    let mut room = [MaybeUninit::uninit(); ROOM];
    let mut reader = Reader::new(&listening, &mut room);
    // Told of each time it is listened anew: what came into a new folder before that, nobody has heard.
    while listen(&listening, folder) && tell(hears_all(&listening, folder)) {
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

    let to_come = WatchFlags::CREATE | WatchFlags::MOVED_TO | WatchFlags::ONLYDIR;
    let mut is_heard = false;
    for place in paths::data_folders(folder) {
        is_heard |= add_watch(listening, &place, watched()).is_ok();
    }
    is_heard || folder.parent().is_some_and(|above| add_watch(listening, above, to_come).is_ok())
}

/// Whether the kernel tells of whatever happens to the data files: every folder is listened in and lies on this machine,
/// and no link leads in from elsewhere or out.
#[cfg(target_os = "linux")]
fn hears_all(listening: &rustix::fd::OwnedFd, folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    use rustix::fs::inotify::add_watch;

    use super::paths;

    let is_own = |file: &Path| file.symlink_metadata().is_ok_and(|known| !known.is_symlink() && known.nlink() == 1);
    let is_heard = |place: &Path| {
        let is_there = place.symlink_metadata().is_ok();
        !is_there || (is_plain(place) && add_watch(listening, place, watched()).is_ok())
    };
    // Before it is there, its coming is heard of where it will lie.
    let place = if folder.exists() { Some(folder) } else { folder.parent() };
    place.is_some_and(is_plain)
        && paths::data_folders(folder).iter().all(|place| is_heard(place))
        && paths::data_files(folder).iter().all(|file| is_own(file))
}

/// Whether no link leads to a folder, and it lies on a file system that only this machine writes.
#[cfg(target_os = "linux")]
fn is_plain(folder: &Path) -> bool {
    let is_here = || rustix::fs::statfs(folder).is_ok_and(|known| OWN.contains(&i128::from(known.f_type)));
    folder.canonicalize().is_ok_and(|real| real == folder) && is_here()
}

/// The numbers of such file systems, from statfs(2): ext, XFS, Btrfs, F2FS, ZFS, Bcachefs, tmpfs, overlayfs. Any other may
/// be written by another machine.
#[cfg(target_os = "linux")]
const OWN: [i128; 8] =
    [0xef53, 0x5846_5342, 0x9123_683e, 0xf2f5_2010, 0x2fc1_2fc1, 0xca45_1a4e, 0x0102_1994, 0x794c_7630];

/// What is listened for in a folder of data files.
#[cfg(target_os = "linux")]
fn watched() -> rustix::fs::inotify::WatchFlags {
    use rustix::fs::inotify::WatchFlags;

    let there = WatchFlags::CLOSE_WRITE | WatchFlags::CREATE | WatchFlags::DELETE | WatchFlags::MOVE;
    // A second name for a file is told of as a change of its attributes.
    let changed = WatchFlags::MODIFY | WatchFlags::ATTRIB;
    there | changed | WatchFlags::DELETE_SELF | WatchFlags::MOVE_SELF | WatchFlags::ONLYDIR
}

/// The kernel is asked on Linux only.
#[cfg(not(target_os = "linux"))]
pub fn changes(_: &Path, _: impl Fn(bool) -> bool) {}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use std::cell::Cell;
    use std::fs::{self, File};
    use std::os::unix::fs::symlink;
    use std::path::PathBuf;

    use super::*;

    /// Whether all that happens in a folder is heard of.
    fn is_heard(folder: &Path) -> Option<bool> {
        let said = Cell::new(None);
        changes(folder, |hears_all| {
            said.set(Some(hears_all));
            false
        });
        said.get()
    }

    fn file(path: PathBuf) {
        File::options().write(true).create_new(true).open(path).expect("a new file");
    }

    #[test]
    fn what_a_link_leads_to_may_change_unheard_and_nothing_else() {
        let place = tempfile::tempdir().expect("a folder");
        let root = place.path().canonicalize().expect("there");
        let folder = root.join("data");
        assert_eq!(is_heard(&folder), Some(true), "of its coming");
        fs::create_dir_all(folder.join("documents")).expect("a folder");
        file(folder.join("documents/own.json"));
        assert_eq!(is_heard(&folder), Some(true));
        symlink(&folder, root.join("link")).expect("linked");
        assert_eq!(is_heard(&root.join("link")), Some(false), "the folder may be exchanged");
        file(root.join("elsewhere.json"));
        symlink(root.join("elsewhere.json"), folder.join("other.json")).expect("linked");
        assert_eq!(is_heard(&folder), Some(false));
        fs::remove_file(folder.join("other.json")).expect("removed");
        fs::hard_link(root.join("elsewhere.json"), folder.join("other.json")).expect("linked");
        assert_eq!(is_heard(&folder), Some(false));
        fs::remove_file(root.join("elsewhere.json")).expect("removed");
        assert_eq!(is_heard(&folder), Some(true));
        assert_eq!(is_heard(Path::new("/nonexistent/dosje/data")), None, "nothing is to be heard");
    }
}
