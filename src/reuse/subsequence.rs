//! [`longest_common`]: the longest common subsequence of two lists.

/// A longest common subsequence of two lists: the indices of equal items, rising in both.
pub fn longest_common<T: Copy>(
    one: &[T],
    other: &[T],
    is_equal: impl Fn(T, T) -> bool,
) -> Vec<(usize, usize)> {
    // What both begin with is common, and need not be looked into.
    let n_first = one.iter().zip(other).take_while(|(one, other)| is_equal(**one, **other)).count();
    let mut matches: Vec<(usize, usize)> = (0..n_first).map(|at| (at, at)).collect();
    let (one, other) = (&one[n_first..], &other[n_first..]);
    if one.is_empty() || other.is_empty() {
        return matches;
    }
    // For each pair of indices, how long the one of all that follows is.
    let width = other.len() + 1;
    let mut lengths = vec![0_u16; (one.len() + 1) * width];
    for (at, &word) in one.iter().enumerate().rev() {
        let (row, below) = lengths[at * width..].split_at_mut(width);
        let mut length = 0;
        for ((here, &other), below) in
            row[..width - 1].iter_mut().zip(other).zip(below[..width].array_windows()).rev()
        {
            let [below, after_both]: [u16; 2] = *below;
            length = if is_equal(word, other) { after_both + 1 } else { length.max(below) };
            *here = length;
        }
    }
    let (mut at, mut other_at) = (0, 0);
    while at < one.len() && other_at < other.len() {
        let here = at * width + other_at;
        if is_equal(one[at], other[other_at]) {
            matches.push((n_first + at, n_first + other_at));
            at += 1;
            other_at += 1;
        } else if lengths[here + width] >= lengths[here + 1] {
            at += 1;
        } else {
            other_at += 1;
        }
    }
    matches
}
