//! Work on all cores, with the answers that one would give. On wasm32, which has no threads, one thing is done
//! after the other.

/// What `call` gives for each share of so many items, in the order of the items. `progress` is told now and then,
/// in this thread, how many of the items are done with.
///
/// # Panics
///
/// When `call` does.
#[cfg(not(target_arch = "wasm32"))]
pub fn in_shares<T: Sync, R: Send>(
    items: &[T],
    share_len: usize,
    call: impl Fn(&[T]) -> R + Sync,
    mut progress: impl FnMut(usize),
) -> Vec<R> {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    let n_shares = items.len().div_ceil(share_len);
    let (next, n_done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    // Whoever is done with a share takes the next one: shares do not take equally long.
    let work = |progress: &mut dyn FnMut(usize)| -> Vec<(usize, R)> {
        let numbers = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
        let shares = numbers.take_while(|number| *number < n_shares).map(|number| {
            let start = number * share_len;
            let share = &items[start..items.len().min(start + share_len)];
            let answer = call(share);
            progress(n_done.fetch_add(share.len(), Ordering::Relaxed) + share.len());
            (number, answer)
        });
        shares.collect()
    };
    let n_threads = thread::available_parallelism().map_or(1, usize::from).min(n_shares);
    let mut answers = thread::scope(|scope| {
        let others: Vec<_> = (1..n_threads).map(|_| scope.spawn(|| work(&mut |_| {}))).collect();
        let mut answers = work(&mut progress);
        for other in others {
            answers.extend(other.join().expect("it does not panic"));
        }
        answers
    });
    answers.sort_unstable_by_key(|(number, _)| *number);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

/// What `call` gives for each share of so many items, in the order of the items. `progress` is told after each how
/// many of the items are done with.
#[cfg(target_arch = "wasm32")]
pub fn in_shares<T, R>(
    items: &[T],
    share_len: usize,
    call: impl Fn(&[T]) -> R,
    mut progress: impl FnMut(usize),
) -> Vec<R> {
    let mut n_done = 0;
    let shares = items.chunks(share_len).map(|share| {
        let answer = call(share);
        n_done += share.len();
        progress(n_done);
        answer
    });
    shares.collect()
}

/// The answers of two functions, which run at the same time where there are threads; the first of them in this
/// thread.
///
/// # Panics
///
/// When one of them does.
#[cfg(not(target_arch = "wasm32"))]
pub fn join<A, B: Send>(one: impl FnOnce() -> A, other: impl FnOnce() -> B + Send) -> (A, B) {
    std::thread::scope(|scope| {
        let other = scope.spawn(other);
        let one = one();
        (one, other.join().expect("it does not panic"))
    })
}

/// The answers of two functions, the first of them first.
#[cfg(target_arch = "wasm32")]
pub fn join<A, B>(one: impl FnOnce() -> A, other: impl FnOnce() -> B) -> (A, B) {
    (one(), other())
}
