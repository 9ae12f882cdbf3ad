//! popup
