//! The playhead: the window's position in the journey, and how it moves while playing. The caller passes the time in.

use super::axis::Axis;

/// How long crossing a break takes, in seconds of the viewer's time.
const BREAK_TAKES: f64 = 0.7;

/// How long each moment stays when motion is reduced, in the same seconds.
const MOMENT_STAYS: f64 = 1.2;

/// The longest time between two frames that is played; a window that was hidden does not leap.
const LONGEST_FRAME: f64 = 0.25;

/// How fast it plays.
pub const SPEEDS: [f64; 4] = [1.0, 2.0, 5.0, 10.0];

/// Where the journey is.
#[derive(Debug, Clone, PartialEq)]
pub struct Player {
    /// Seconds after the start.
    pub at: f64,
    /// Whether it is playing.
    pub playing: bool,
    /// How fast it plays: one of [`SPEEDS`].
    pub speed: f64,
    /// How long the present moment has elapsed, when motion is reduced.
    elapsed: f64,
}

impl Default for Player {
    fn default() -> Self {
        Self {
            at: 0.0,
            playing: false,
            speed: 1.0,
            elapsed: 0.0,
        }
    }
}

impl Player {
    /// Moves to a time and stays there.
    pub fn seek(&mut self, at: f64, end: f64) {
        self.at = if at.is_finite() { at.clamp(0.0, end) } else { 0.0 };
        self.playing = false;
    }

    /// Plays or pauses; from the end it plays from the beginning.
    pub fn toggle(&mut self, end: f64) {
        self.playing = !self.playing;
        self.elapsed = 0.0;
        if self.playing && self.at >= end {
            self.at = 0.0;
        }
    }

    /// The next of the speeds.
    pub fn next_speed(&mut self) {
        let next = SPEEDS
            .iter()
            .position(|speed| *speed == self.speed)
            .map_or(0, |place| place + 1);
        self.speed = SPEEDS[next % SPEEDS.len()];
    }

    /// Lets `passed` seconds pass. Breaks are crossed quickly, and the end is where it stops.
    pub fn play(&mut self, passed: f64, axis: &Axis, end: f64) {
        let mut left = passed.clamp(0.0, LONGEST_FRAME);
        while self.playing && left > 0.0 {
            let (until, pace) = match axis.break_at(self.at) {
                Some(long) => (long.times.1, (long.times.1 - long.times.0) / BREAK_TAKES),
                None => {
                    let next = axis.breaks().iter().map(|long| long.times.0).find(|at| *at > self.at);
                    (next.unwrap_or(end), self.speed)
                }
            };
            let until = until.min(end);
            let takes = ((until - self.at) / pace).max(0.0);
            if takes > left {
                self.at += left * pace;
                return;
            }
            self.at = until;
            left -= takes;
            self.playing = until < end;
        }
    }

    /// The same without motion: after a while, the next of `moments` (in any order) is there at once.
    pub fn step_on(&mut self, passed: f64, moments: &[f64], end: f64) {
        if !self.playing {
            return;
        }
        self.elapsed += passed.clamp(0.0, LONGEST_FRAME) * self.speed;
        if self.elapsed < MOMENT_STAYS {
            return;
        }
        self.elapsed = 0.0;
        self.at = next_moment(self.at, moments, end, true);
        self.playing = self.at < end;
    }
}

/// The nearest of `moments` (in any order), the start or the end, after `at` or before it.
pub fn next_moment(at: f64, moments: &[f64], end: f64, later: bool) -> f64 {
    let all = moments.iter().copied().filter(|moment| (0.0..=end).contains(moment));
    if later {
        all.filter(|moment| *moment > at + 1e-6).fold(end, f64::min)
    } else {
        all.filter(|moment| *moment < at - 1e-6).fold(0.0, f64::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_plays_at_its_speed_crosses_breaks_quickly_and_stops_at_the_end() {
        let axis = Axis::new(&[0.0, 1.0, 86_401.0, 86_402.0], &[], 400.0);
        let mut player = Player::default();
        player.toggle(86_402.0);
        player.play(0.1, &axis, 86_402.0);
        assert!((player.at - 0.1).abs() < 1e-9);
        let mut frames = 1;
        while player.playing && frames < 1_000 {
            player.play(0.1, &axis, 86_402.0);
            frames += 1;
        }
        assert_eq!((player.at, player.playing), (86_402.0, false));
        assert!((26..=29).contains(&frames), "{frames} frames: two seconds and a break");
        player.toggle(86_402.0);
        assert_eq!((player.at, player.playing), (0.0, true));
    }

    #[test]
    fn without_motion_it_goes_from_moment_to_moment() {
        let mut player = Player::default();
        player.toggle(10.0);
        let mut seen = Vec::new();
        for _ in 0..40 {
            player.step_on(0.2, &[7.0, 2.0, 2.0, 99.0], 10.0);
            if seen.last() != Some(&player.at) {
                seen.push(player.at);
            }
        }
        assert_eq!((seen, player.playing), (vec![0.0, 2.0, 7.0, 10.0], false));
    }

    #[test]
    fn it_goes_nowhere_but_into_the_journey() {
        let mut player = Player::default();
        for (at, there) in [
            (4.0, 4.0),
            (-1.0, 0.0),
            (99.0, 10.0),
            (f64::NAN, 0.0),
            (f64::INFINITY, 0.0),
        ] {
            player.seek(at, 10.0);
            assert_eq!(player.at, there);
        }
        player.toggle(0.0);
        player.play(1.0, &Axis::default(), 0.0);
        assert_eq!((player.at, player.playing), (0.0, false));
    }

    #[test]
    fn moments_are_found_in_both_directions() {
        let moments = [5.0, 1.0, 3.0];
        assert_eq!(next_moment(1.0, &moments, 6.0, true), 3.0);
        assert_eq!(next_moment(5.0, &moments, 6.0, true), 6.0);
        assert_eq!(next_moment(3.0, &moments, 6.0, false), 1.0);
        assert_eq!(next_moment(1.0, &moments, 6.0, false), 0.0);
    }

    #[test]
    fn every_speed_comes_round() {
        let mut player = Player::default();
        let speeds: Vec<f64> = SPEEDS
            .iter()
            .map(|_| {
                player.next_speed();
                player.speed
            })
            .collect();
        assert_eq!(speeds, [2.0, 5.0, 10.0, 1.0]);
    }
}
