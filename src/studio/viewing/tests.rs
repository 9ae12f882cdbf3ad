//! The window that is chosen stays until another is asked for.

use super::{Viewing, Window};
use crate::popup::{Device, Frame, Viewport};

fn device(name: &str) -> &'static Device {
    Device::ALL.iter().find(|device| device.name == name).expect("a device")
}

#[test]
fn a_device_is_turned_and_turned_back() {
    let mut viewing = Viewing::of(Window::Device(device("iPhone 16")));
    viewing.turn();
    assert_eq!(viewing.viewport().size(), (852, 393));
    assert_eq!(viewing.frame(), Frame::Phone, "it is the same device");
    viewing.turn();
    assert_eq!(viewing.viewport().size(), (393, 852));
}

#[test]
fn a_size_of_its_own_begins_where_the_window_is() {
    let mut viewing = Viewing::of(Window::Usual(Frame::Tablet));
    viewing.turn();
    viewing.resize(viewing.viewport());
    assert_eq!(viewing.window(), Window::Usual(Frame::Tablet), "nothing changed");
    let (width, height) = viewing.viewport().size();
    viewing.resize(Viewport::new(width + 1, height));
    assert_eq!(viewing.viewport().size(), (1025, 768));
    viewing.turn();
    assert_eq!(viewing.window(), Window::Free(Viewport::new(768, 1025)));
}

#[test]
fn a_visitor_s_device_brings_its_usual_window_unless_one_of_its_kind_is_shown() {
    let mut viewing = Viewing::of(Window::Device(device("Pixel 7")));
    viewing.follow(Frame::Phone);
    assert_eq!(viewing.window(), Window::Device(device("Pixel 7")));
    viewing.follow(Frame::Desktop);
    assert_eq!(viewing.window(), Window::Usual(Frame::Desktop));
    viewing.resize(Viewport::new(400, 700));
    viewing.follow(Frame::Phone);
    assert_eq!(viewing.viewport().size(), (400, 700));
}
