//! Imports run downwards only, and each room keeps out of what it must not know.

use std::path::{Path, PathBuf};

/// Rooms from the ground up, each with the rooms it may import.
const ROOMS: [(&str, &[&str]); 10] = [
    ("domain", &[]),
    ("search", &["domain"]),
    ("i18n", &["domain", "search"]),
    ("store", &["domain"]),
    ("card", &["domain", "i18n"]),
    ("briefing", &["domain", "i18n", "card"]),
    ("app", &["domain", "search", "i18n", "card", "briefing"]),
    ("ui", &["domain", "search", "i18n", "card", "briefing", "app"]),
    ("tui", &["app", "ui"]),
    ("cli", &["domain", "search", "i18n", "store", "card", "briefing", "app", "tui"]),
];

/// Words that must not stand in the code of a room.
const BANNED: [(&str, &[&str]); 9] = [
    ("domain", &["std::fs", "std::env", "std::io", "ratatui", "crossterm", "fuzzy_matcher"]),
    ("search", &["std::fs", "std::env", "std::io", "ratatui", "crossterm"]),
    ("i18n", &["std::fs", "std::env", "std::io", "ratatui", "crossterm"]),
    ("store", &["ratatui", "crossterm", "Zoned"]),
    ("card", &["std::fs", "std::env", "std::io", "ratatui", "crossterm"]),
    ("briefing", &["std::fs", "std::env", "ratatui", "crossterm", "Zoned"]),
    ("app", &["std::fs", "std::env", "std::io", "ratatui", "crossterm", "Zoned"]),
    ("ui", &["std::fs", "std::env", "crossterm", "Zoned"]),
    ("tui", &["serde_json", "Dataset", "Zoned"]),
];

fn sources() -> Vec<(String, PathBuf, String)> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![top.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let inner = path.strip_prefix(&top).expect("below src").to_string_lossy().into_owned();
            let room = inner.split(['/', '.']).next().expect("a room").to_owned();
            let text = std::fs::read_to_string(&path).expect("readable");
            // Tests may look at anything.
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let lines: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            let code = lines.join("\n");
            found.push((room, path, code));
        }
    }
    assert!(found.len() > 40, "the sources are found");
    found
}

#[test]
fn imports_run_downwards_only() {
    for (room, path, code) in sources() {
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else { continue };
        for imported in code.split("crate::").skip(1) {
            let name: String = imported.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let is_room = ROOMS.iter().any(|(room, _)| *room == name);
            assert!(
                !is_room || name == room || allowed.contains(&name.as_str()),
                "{} imports {name}",
                path.to_string_lossy()
            );
        }
    }
}

#[test]
fn every_room_is_known() {
    for (room, path, _) in sources() {
        let is_known = ["lib", "main"].contains(&room.as_str()) || ROOMS.iter().any(|(name, _)| *name == room);
        assert!(is_known, "{} stands in no room", path.to_string_lossy());
    }
}

#[test]
fn rooms_keep_out_of_what_they_must_not_know() {
    for (room, path, code) in sources() {
        let banned = BANNED.iter().filter(|(name, _)| *name == room).flat_map(|(_, words)| words.iter());
        for word in banned {
            assert!(!code.contains(word), "{} names {word}", path.to_string_lossy());
        }
    }
}

#[test]
fn only_one_file_names_the_fuzzy_matcher() {
    let naming: Vec<_> = sources().into_iter().filter(|(_, _, code)| code.contains("fuzzy_matcher")).collect();
    assert_eq!(naming.len(), 1, "{naming:?}");
}

#[test]
fn only_one_place_writes_files() {
    for (_, path, code) in sources() {
        let is_it = path.to_string_lossy().contains("store/keep");
        for word in ["tempfile", "OpenOptions", "create_dir", "remove_file", "hard_link", "fs::rename", "fs::copy"] {
            assert!(is_it || !code.contains(word), "{} names {word}", path.to_string_lossy());
        }
    }
}

#[test]
fn no_file_has_outgrown_its_reader() {
    for (_, path, _) in sources() {
        let lines = std::fs::read_to_string(&path).expect("readable").lines().count();
        assert!(lines <= 400, "{} has {lines} lines: split it", path.to_string_lossy());
    }
}

#[test]
fn imports_are_written_one_room_at_a_time() {
    for (_, path, code) in sources() {
        assert!(!code.contains("crate::{"), "{} hides rooms in braces", path.to_string_lossy());
    }
}
