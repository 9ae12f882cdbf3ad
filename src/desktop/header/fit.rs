//! What the head of the window shows where there is no room for everything.

use crate::desktop::widgets::StepsForm;

/// The least of a campaign's name that is shown before other things give way.
const NAME: f32 = 150.0;

/// How wide the parts of the head are, in points, each with the gap before it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Widths {
    /// The campaign's name.
    pub name: f32,
    /// Its status.
    pub status: f32,
    /// The steps, in each of their forms.
    pub steps: [f32; StepsForm::ALL.len()],
    /// Whether everything is saved.
    pub saved: f32,
    /// The tests in words, and as a number.
    pub tests: [f32; 2],
    /// What always stays.
    pub rest: f32,
}

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Fit {
    /// Room for the name, in points.
    pub name: f32,
    /// Whether the status stands beside it.
    pub status: bool,
    /// How the steps are shown.
    pub steps: StepsForm,
    /// Whether it is said that everything is saved.
    pub saved: bool,
    /// Whether the tests are in words.
    pub tests_in_words: bool,
}

/// Returns what fits into this much room: first the saved state gives way, then words that a number replaces, then the status, which the library
/// also shows, and the names of steps. The name of the campaign gets what is left.
pub(super) fn fit(room: f32, widths: &Widths, keeps_status: bool) -> Fit {
    let [names, chosen_name, numbers] = StepsForm::ALL;
    let least = NAME.min(widths.name);
    let orders = [
        (true, true, true, names),
        (false, true, true, names),
        (false, false, true, names),
        (false, false, true, chosen_name),
        (false, false, false, chosen_name),
        (false, false, false, numbers),
    ];
    let fits = orders.map(|(saved, tests_in_words, status, steps)| {
        let status = status || keeps_status;
        let [in_words, as_number] = widths.tests;
        let [wide, narrower, narrowest] = widths.steps;
        let taken = widths.rest
            + if saved { widths.saved } else { 0.0 }
            + if tests_in_words { in_words } else { as_number }
            + if status { widths.status } else { 0.0 }
            + match steps {
                StepsForm::Names => wide,
                StepsForm::ChosenName => narrower,
                StepsForm::Numbers => narrowest,
            };
        let fit = Fit {
            name: (room - taken).clamp(0.0, widths.name),
            status,
            steps,
            saved,
            tests_in_words,
        };
        (fit, room - taken)
    });
    let [.., (narrowest, _)] = fits;
    fits.into_iter()
        .find(|(_, left)| *left >= least)
        .map_or(narrowest, |(fit, _)| fit)
}

#[cfg(test)]
mod tests {
    use super::*;

    const USUAL: Widths = Widths {
        name: 220.0,
        status: 70.0,
        steps: [340.0, 180.0, 100.0],
        saved: 60.0,
        tests: [120.0, 50.0],
        rest: 170.0,
    };

    #[test]
    fn what_matters_least_gives_way_first() {
        let cases = [
            (1200.0, true, true, true, StepsForm::Names, 220.0),
            (910.0, true, true, true, StepsForm::Names, 150.0),
            (909.0, false, true, true, StepsForm::Names, 209.0),
            (850.0, false, true, true, StepsForm::Names, 150.0),
            (849.0, false, false, true, StepsForm::Names, 219.0),
            (700.0, false, false, true, StepsForm::ChosenName, 220.0),
            (560.0, false, false, false, StepsForm::ChosenName, 160.0),
            (480.0, false, false, false, StepsForm::Numbers, 160.0),
            (300.0, false, false, false, StepsForm::Numbers, 0.0),
        ];
        for (room, saved, tests_in_words, status, steps, name) in cases {
            let expected = Fit {
                name,
                status,
                steps,
                saved,
                tests_in_words,
            };
            assert_eq!(fit(room, &USUAL, false), expected, "{room}");
        }
    }

    #[test]
    fn a_problem_with_saving_stays_beside_the_name() {
        for room in 0..1400 {
            assert!(fit(room as f32, &USUAL, true).status, "{room}");
        }
    }

    #[test]
    fn everything_stays_within_the_room_and_a_name_that_fits_is_whole() {
        for room in 390..1400 {
            let room = room as f32;
            let fit = fit(room, &USUAL, false);
            let [in_words, as_number] = USUAL.tests;
            let steps = StepsForm::ALL.iter().position(|form| *form == fit.steps);
            let taken = USUAL.rest
                + fit.name
                + if fit.saved { USUAL.saved } else { 0.0 }
                + if fit.tests_in_words { in_words } else { as_number }
                + if fit.status { USUAL.status } else { 0.0 }
                + steps.map_or(0.0, |place| USUAL.steps[place]);
            assert!(taken <= room, "{room}: {fit:?} takes {taken}");
        }
    }
}
