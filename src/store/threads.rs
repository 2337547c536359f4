//! Work on several files at once.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::Mutex;
use std::thread;

/// What `work` makes of each of `items`, in their order, on as many threads as the machine has.
///
/// Each thread has a value of its own to work with from one item to the next: room for a text, say.
pub fn each<T: Send, R: Send, Own: Default>(items: Vec<T>, work: impl Fn(&mut Own, T) -> R + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(items.len());
    let waiting = Mutex::new(items.into_iter().enumerate());
    let next = || waiting.lock().ok()?.next();
    let take = || {
        let mut own = Own::default();
        std::iter::from_fn(next).map(|(place, item)| (place, work(&mut own, item))).collect::<Vec<_>>()
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(take)).collect();
        let mut done = take();
        for other in others {
            done.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}
