//! The user's own keys for commands, laid over [`BINDINGS`].
//!
//! The keys given to a command take the place of all it has where one moves about. Where letters are text, those that are
//! no text and mean nothing else there hold too, and its own stay where none does.

use std::collections::BTreeMap;

use super::command::{COMMANDS, Command, about, named};
use super::key::{Key, KeyCode};
use super::keymap::{BINDINGS, Binding, Context, Keymap};
use crate::domain::fault::{Path, Problem, is_slip};
use crate::domain::untrusted;

/// Commands that are never without a key: the ways out, and the palette, where all others can be found.
const NEEDED: [Command; 4] = [Command::Quit, Command::StepBack, Command::SaveText, Command::Palette];

/// What keys hold together in one place: no key can be two commands there.
const PLACES: &[&[Context]] = {
    use Context::{Anywhere, Ask, Browse, Follow, Line, Meeting, Pages, Palette, Pick, Search, Source, Write};
    &[
        &[Pick, Browse, Pages, Anywhere],
        &[Pick, Search, Line, Anywhere],
        &[Follow, Pages, Anywhere],
        &[Palette, Line, Anywhere],
        &[Source, Pages, Anywhere],
        &[Ask, Line, Anywhere],
        &[Write, Line, Anywhere],
        &[Meeting, Anywhere],
        &[Browse, Pages, Anywhere],
    ]
};

/// The keys for a command, each with its place in the user's list.
type Wanted = BTreeMap<Command, Placed<Key>>;

/// Something about each of a command's keys, by its place in the user's list.
type Placed<T> = Vec<(usize, T)>;

/// The keymap with the user's keys for commands by their names, and what is wrong with these, at its path below `keys`.
///
/// A command with a fault keeps its own keys.
#[must_use]
pub fn rebound(given: &BTreeMap<String, Vec<String>>) -> (Keymap, Vec<(Path, Problem)>) {
    let mut faults = Vec::new();
    let mut wanted = Wanted::new();
    for (name, keys) in given {
        let path = path(name);
        let Some(command) = named(name) else {
            let meant = COMMANDS.iter().map(|about| about.id).find(|id| is_slip(id, name)).map(str::to_owned);
            faults.push((path, Problem::UnknownCommand { name: untrusted::excerpt(name), meant }));
            continue;
        };
        if command == Command::QuitNow {
            faults.push((path, Problem::FixedKey(name.clone())));
        } else if keys.is_empty() && NEEDED.contains(&command) {
            faults.push((path, Problem::NeedsKey(name.clone())));
        } else {
            match read(command, keys) {
                Ok(keys) => _ = wanted.insert(command, keys),
                Err(found) => faults.extend(found.into_iter().map(|(at, problem)| (path.element(at), problem))),
            }
        }
    }
    loop {
        let bindings = bindings(&wanted);
        let Some((command, at, problem)) = clash(&bindings, &wanted) else {
            return (Keymap::of(bindings), faults);
        };
        faults.push((path(id(command)).element(at), problem));
        wanted.remove(&command);
    }
}

fn path(name: &str) -> Path {
    Path::default().field("keys").field(&untrusted::excerpt(name))
}

fn id(command: Command) -> &'static str {
    about(command).map_or("", |about| about.id)
}

/// The keys of a command by their names, or what is wrong with them, by their places.
fn read(command: Command, names: &[String]) -> Result<Placed<Key>, Placed<Problem>> {
    let (mut keys, mut faults): (Placed<Key>, _) = (Vec::new(), Vec::new());
    for (at, name) in names.iter().enumerate() {
        let unknown = |meant: Option<Key>| {
            let meant = meant.map(|key| key.to_string());
            Problem::UnknownKey { name: untrusted::excerpt(name), meant }
        };
        match name.parse::<Key>() {
            Ok(key) if key.sent_as().is_some() => faults.push((at, unknown(key.sent_as()))),
            Ok(key) if is_text_everywhere(command, key) => {
                faults.push((at, Problem::TypedKey { key: name.clone(), command: id(command).to_owned() }));
            }
            Ok(key) if keys.iter().all(|(_, other)| *other != key) => keys.push((at, key)),
            Ok(_) => {}
            Err(_) => faults.push((at, unknown(Key::meant(name)))),
        }
    }
    if faults.is_empty() { Ok(keys) } else { Err(faults) }
}

/// Where a command has keys of its own.
fn contexts(command: Command) -> impl Iterator<Item = Context> {
    BINDINGS.iter().filter(move |binding| binding.command == command).map(|binding| binding.context)
}

/// Whether all that a command is for is where the key would be typed as text.
fn is_text_everywhere(command: Command, key: Key) -> bool {
    contexts(command).all(|context| context.takes(key))
}

/// Whether the user's keys must hold here or be at fault: where one moves about, or where the command is for typing alone.
fn is_home(command: Command, context: Context) -> bool {
    !context.is_typed_into() || contexts(command).all(Context::is_typed_into)
}

/// All bindings with the keys that are wanted.
fn bindings(wanted: &Wanted) -> Vec<Binding> {
    let mut all: Vec<Binding> = Vec::with_capacity(BINDINGS.len());
    for own in BINDINGS {
        let Some(keys) = wanted.get(&own.command) else {
            all.push(*own);
            continue;
        };
        let is_first = !BINDINGS
            .iter()
            .take_while(|other| *other != own)
            .any(|other| (other.context, other.command) == (own.context, own.command));
        let fitting: Vec<Key> = keys.iter().map(|(_, key)| *key).filter(|key| fits(*own, *key, wanted)).collect();
        let is_fixed = own.key == CTRL_C && !fitting.contains(&CTRL_C);
        if is_fixed || (fitting.is_empty() && !keys.is_empty()) {
            all.push(*own);
        }
        if is_first {
            all.extend(fitting.into_iter().map(|key| Binding { key, ..*own }));
        }
    }
    all
}

/// Ends the program, or throws away what is being written: that is nobody's to give away.
const CTRL_C: Key = Key { code: KeyCode::Char('c'), ctrl: true, alt: false };

/// Whether a key can take the place of a command's own in the same context.
fn fits(own: Binding, key: Key, wanted: &Wanted) -> bool {
    let is_taken = || {
        BINDINGS.iter().any(|other| {
            let is_here = PLACES.iter().any(|place| place.contains(&own.context) && place.contains(&other.context));
            let stays = !wanted.contains_key(&other.command);
            is_here && stays && other.key == key && other.command != own.command
        })
    };
    !own.context.takes(key) && (is_home(own.command, own.context) || !is_taken())
}

/// The first key that would be two commands in one place: the command that cannot have it, the place of the key in its
/// list, and what to say.
fn clash(bindings: &[Binding], wanted: &Wanted) -> Option<(Command, usize, Problem)> {
    let place_of = |binding: &Binding| wanted.get(&binding.command)?.iter().find(|(_, key)| *key == binding.key);
    for place in PLACES {
        let here: Vec<&Binding> = bindings.iter().filter(|binding| place.contains(&binding.context)).collect();
        for (index, first) in here.iter().enumerate() {
            let Some(second) =
                here.iter().skip(index + 1).find(|other| other.key == first.key && other.command != first.command)
            else {
                continue;
            };
            if BINDINGS.contains(first) && BINDINGS.contains(second) {
                continue;
            }
            // Of two that were both given the key, the one further down the list of commands loses it.
            let order = |binding: &Binding| COMMANDS.iter().position(|about| about.command == binding.command);
            let given: Vec<(&Binding, usize)> =
                [*first, *second].into_iter().filter_map(|binding| Some((binding, place_of(binding)?.0))).collect();
            let Some((loser, at)) = given.into_iter().max_by_key(|(binding, _)| order(binding)) else { continue };
            let other = if loser.command == first.command { second } else { first };
            let (key, commands) = (loser.key.to_string(), [id(loser.command), id(other.command)].map(str::to_owned));
            return Some((loser.command, at, Problem::TwoMeanings { key, commands }));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(keys: &[(&str, &[&str])]) -> (Keymap, Vec<String>) {
        let given = keys
            .iter()
            .map(|(name, keys)| ((*name).to_owned(), keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>()));
        let (keymap, faults) = rebound(&given.collect());
        (keymap, faults.into_iter().map(|(path, problem)| format!("{path}: {problem:?}")).collect())
    }

    fn shown(keymap: &Keymap, context: Context, command: Command) -> String {
        keymap.keys(context, command).map(|key| key.to_string()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn nothing_given_is_the_keymap_as_it_is() {
        assert_eq!(given(&[]), (Keymap::default(), Vec::new()));
    }

    #[test]
    fn a_command_given_its_own_keys_keeps_them_wherever_it_has_some() {
        for about in COMMANDS.iter().filter(|about| about.command != Command::QuitNow) {
            let own: Vec<String> =
                Keymap::default().shown_keys(about.command).map(|key| key.to_string()).collect::<Vec<_>>();
            let own: Vec<&str> = own.iter().map(String::as_str).collect();
            let (keymap, faults) = given(&[(about.id, &own)]);
            assert!(faults.is_empty(), "{faults:?}");
            assert_eq!(keymap.shown_keys(about.command).map(|key| key.to_string()).collect::<Vec<_>>(), own);
        }
    }

    #[test]
    fn the_keys_given_take_the_place_of_its_own() {
        let (keymap, faults) = given(&[("mark", &["F5", "Ctrl-G"]), ("copy", &[]), ("search", &["Ctrl-F"])]);
        assert_eq!(faults, Vec::<String>::new());
        assert_eq!(shown(&keymap, Context::Browse, Command::Mark), "F5 Ctrl-G");
        assert_eq!(shown(&keymap, Context::Browse, Command::Copy), "");
        assert_eq!(shown(&keymap, Context::Browse, Command::Search), "Ctrl-F");
        assert_eq!(keymap.resolve(Context::Browse, "Space".parse().expect("a key")), None);
    }

    #[test]
    fn where_letters_are_text_only_other_keys_hold_and_its_own_stay_without_one() {
        let (keymap, faults) = given(&[("down", &["t", "Down"]), ("whole-axis", &[]), ("step-back", &["Q", "F9"])]);
        assert_eq!(faults, Vec::<String>::new());
        assert_eq!(shown(&keymap, Context::Browse, Command::Down), "t Down");
        assert_eq!(shown(&keymap, Context::Search, Command::Down), "Ctrl-N", "Down is the newer query there");
        assert_eq!(shown(&keymap, Context::Palette, Command::Down), "Down");
        assert_eq!(shown(&keymap, Context::Search, Command::StepBack), "F9");
        assert_eq!(keymap.resolve(Context::Search, "Q".parse().expect("a key")), None);
    }

    #[test]
    fn ctrl_c_ends_whatever_is_given_in_its_place() {
        let (keymap, faults) = given(&[("drop-text", &["Ctrl-G"]), ("quit", &["F10"])]);
        assert_eq!(faults, Vec::<String>::new());
        assert_eq!(shown(&keymap, Context::Write, Command::DropText), "Ctrl-G Ctrl-C");
        for context in [Context::Browse, Context::Search, Context::Palette, Context::Meeting] {
            assert_eq!(keymap.resolve(context, CTRL_C), Some(Command::QuitNow));
        }
    }

    #[test]
    fn two_commands_can_exchange_their_keys() {
        let (keymap, faults) = given(&[("mark", &["y"]), ("copy", &["Space"])]);
        assert_eq!(faults, Vec::<String>::new());
        assert_eq!(shown(&keymap, Context::Browse, Command::Mark), "y");
        assert_eq!(shown(&keymap, Context::Browse, Command::Copy), "Space");
    }

    #[test]
    fn what_opened_something_closes_it_whichever_key_it_is() {
        let (keymap, _) = given(&[("source", &["F6"]), ("follow", &["9", "F7"])]);
        assert_eq!(keymap.resolve(Context::Source, "F6".parse().expect("a key")), Some(Command::StepBack));
        assert_eq!(keymap.resolve(Context::Source, "o".parse().expect("a key")), None);
        assert_eq!(keymap.resolve(Context::Follow, "F7".parse().expect("a key")), Some(Command::StepBack));
        assert_eq!(keymap.resolve(Context::Follow, "9".parse().expect("a key")), None, "a digit of a link");
    }

    #[test]
    fn what_cannot_be_is_named_and_the_command_keeps_its_own() {
        for (name, keys, expected) in [
            ("serch", &["x"][..], r#"keys.serch: UnknownCommand { name: "serch", meant: Some("search") }"#),
            ("mark-al", &[], r#"keys.mark-al: UnknownCommand { name: "mark-al", meant: Some("mark-all") }"#),
            ("zebra", &[], r#"keys.zebra: UnknownCommand { name: "zebra", meant: None }"#),
            ("mark", &["F5", "ctrl+g"], r#"keys.mark[1]: UnknownKey { name: "ctrl+g", meant: Some("Ctrl-G") }"#),
            ("mark", &["Ctrl-I"], r#"keys.mark[0]: UnknownKey { name: "Ctrl-I", meant: Some("Tab") }"#),
            ("mark", &["j"], r#"keys.mark[0]: TwoMeanings { key: "j", commands: ["mark", "down"] }"#),
            ("mark", &["Ctrl-C"], r#"keys.mark[0]: TwoMeanings { key: "Ctrl-C", commands: ["mark", "quit-now"] }"#),
            ("save-text", &["x"], r#"keys.save-text[0]: TypedKey { key: "x", command: "save-text" }"#),
            ("redraw", &["x"], r#"keys.redraw[0]: TypedKey { key: "x", command: "redraw" }"#),
            ("quit", &[], r#"keys.quit: NeedsKey("quit")"#),
            ("step-back", &[], r#"keys.step-back: NeedsKey("step-back")"#),
            ("quit-now", &["F9"], r#"keys.quit-now: FixedKey("quit-now")"#),
        ] {
            assert_eq!(given(&[(name, keys)]), (Keymap::default(), vec![expected.to_owned()]), "{name}");
        }
    }

    #[test]
    fn a_key_given_to_two_commands_stays_with_the_first_of_them() {
        let (keymap, faults) = given(&[("copy", &["F5"]), ("mark", &["F5"]), ("zoom", &["Space"])]);
        let both = r#"keys.mark[0]: TwoMeanings { key: "F5", commands: ["mark", "copy"] }"#;
        let again = r#"keys.zoom[0]: TwoMeanings { key: "Space", commands: ["zoom", "mark"] }"#;
        assert_eq!(faults, [both, again], "and the other has its own again, which nobody else can have then");
        assert_eq!(shown(&keymap, Context::Browse, Command::Copy), "F5");
        assert_eq!(shown(&keymap, Context::Browse, Command::Mark), "Space");
    }
}
