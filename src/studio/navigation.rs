//! Where the user is in the window: the page in the middle, the editor's step, and the place there that is to be looked at.

use super::editor_step::EditorStep;

/// The page in the middle of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// The editor on the open campaign.
    #[default]
    Editor,
    /// The findings about the whole library.
    Checks,
    /// What a new campaign can begin with.
    Gallery,
    /// What holds for all campaigns of the library.
    Site,
    /// What runs when.
    Calendar,
    /// The saved audiences of the library.
    Audiences,
    /// The open campaign's pop-up in every way in which visitors may meet it.
    Sheet,
}

/// Something that leads the user elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A page is wanted; or, where it is shown, the editor back.
    Turn(Page),
    /// A page is wanted.
    Page(Page),
    /// A step of the editor is wanted.
    Step(EditorStep),
    /// A step of the editor is wanted, and there the place that a JSON Pointer names, to be edited.
    Place(EditorStep, Option<String>),
    /// A launch of the open campaign is wanted.
    Launch,
    /// The step after this one is wanted.
    Next,
    /// Something has changed the campaign where a JSON Pointer names; empty if not in a single place.
    Changed(String),
}

/// A request to be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Request {
    /// Launch the open campaign: there is no step after the last one.
    Launch,
}

/// Where the user is.
#[derive(Debug, Default)]
pub struct Navigation {
    page: Page,
    step: EditorStep,
    /// The place to focus, as a JSON Pointer.
    focus: Option<String>,
    /// The place to scroll into view, as a JSON Pointer.
    reveal: Option<String>,
}

impl Navigation {
    /// The page in the middle.
    pub fn page(&self) -> Page {
        self.page
    }

    /// The step of the editor.
    pub fn step(&self) -> EditorStep {
        self.step
    }

    /// The place to focus, as a JSON Pointer; only once.
    pub fn take_focus(&mut self) -> Option<String> {
        self.focus.take()
    }

    /// The place to scroll into view, as a JSON Pointer; only once.
    pub fn take_reveal(&mut self) -> Option<String> {
        self.reveal.take()
    }

    /// Handles `event`, and returns the request, if any.
    pub fn on(&mut self, event: Event) -> Option<Request> {
        // A step that was not visible has no next one, and says nothing about where a launch goes.
        let was_hidden = self.page != Page::Editor;
        self.page = match (&event, self.page) {
            (Event::Turn(page), shown) if *page == shown => Page::Editor,
            (Event::Turn(page) | Event::Page(page), _) => *page,
            (Event::Step(_) | Event::Place(..) | Event::Next | Event::Launch | Event::Changed(_), _) => Page::Editor,
        };
        match event {
            Event::Turn(_) | Event::Page(_) => {}
            Event::Step(step) => self.step = step,
            Event::Place(step, place) => {
                self.step = step;
                self.focus = place;
            }
            Event::Launch if was_hidden || self.step != EditorStep::Review => self.step = EditorStep::Review,
            Event::Launch => return Some(Request::Launch),
            Event::Next if was_hidden => {}
            Event::Next => match self.step.next() {
                Some(next) => self.step = next,
                None => return Some(Request::Launch),
            },
            Event::Changed(place) if place.is_empty() => {}
            Event::Changed(place) => {
                self.step = EditorStep::of_pointer(&place);
                self.reveal = Some(place);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_step_after_the_last_one_is_a_launch() {
        let mut navigation = Navigation::default();
        let mut steps = Vec::new();
        while navigation.on(Event::Next).is_none() {
            steps.push(navigation.step());
        }
        assert_eq!(steps, [EditorStep::Message, EditorStep::Review]);
        assert_eq!(navigation.step(), EditorStep::Review);
    }

    #[test]
    fn next_on_the_checks_only_shows_the_step_that_was_hidden() {
        let mut navigation = Navigation::default();
        navigation.on(Event::Step(EditorStep::Review));
        navigation.on(Event::Turn(Page::Checks));
        assert_eq!(navigation.on(Event::Next), None, "nothing is launched unseen");
        assert_eq!(
            (navigation.page(), navigation.step()),
            (Page::Editor, EditorStep::Review)
        );
        assert_eq!(navigation.on(Event::Next), Some(Request::Launch));
    }

    /// The last step says where a launch goes and what it changes, so it is shown first.
    #[test]
    fn a_launch_from_elsewhere_shows_the_last_step_first() {
        let mut navigation = Navigation::default();
        assert_eq!(navigation.on(Event::Launch), None);
        assert_eq!(navigation.step(), EditorStep::Review);
        navigation.on(Event::Turn(Page::Checks));
        assert_eq!(navigation.on(Event::Launch), None, "nothing is launched unseen");
        assert_eq!(navigation.on(Event::Launch), Some(Request::Launch));
    }

    #[test]
    fn whatever_is_about_the_editor_shows_it() {
        let events = [
            Event::Step(EditorStep::Message),
            Event::Place(EditorStep::Audience, None),
            Event::Changed(String::new()),
            Event::Turn(Page::Checks),
            Event::Page(Page::Editor),
        ];
        for event in events {
            let mut navigation = Navigation::default();
            navigation.on(Event::Turn(Page::Checks));
            assert_eq!(navigation.page(), Page::Checks);
            navigation.on(event.clone());
            assert_eq!(navigation.page(), Page::Editor, "{event:?}");
        }
    }

    #[test]
    fn a_page_comes_in_place_of_another_and_goes_when_it_is_asked_for_again() {
        let mut navigation = Navigation::default();
        for (wanted, shown) in [
            (Page::Site, Page::Site),
            (Page::Checks, Page::Checks),
            (Page::Site, Page::Site),
            (Page::Site, Page::Editor),
        ] {
            navigation.on(Event::Turn(wanted));
            assert_eq!(navigation.page(), shown, "{wanted:?}");
        }
    }

    #[test]
    fn a_place_is_focused_and_a_change_revealed_once() {
        let mut navigation = Navigation::default();
        navigation.on(Event::Place(EditorStep::Message, Some("/content/title".into())));
        assert_eq!(navigation.take_focus().as_deref(), Some("/content/title"));
        assert_eq!(navigation.take_focus(), None);
        navigation.on(Event::Changed("/audience/all/0".into()));
        assert_eq!(navigation.step(), EditorStep::Audience);
        assert_eq!(navigation.take_reveal().as_deref(), Some("/audience/all/0"));
        navigation.on(Event::Changed(String::new()));
        assert_eq!(
            (navigation.step(), navigation.take_reveal()),
            (EditorStep::Audience, None)
        );
    }
}
