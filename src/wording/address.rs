//! What an address of a campaign is used for, in words.

use super::{Language, field_label, operator_label, text::Text};
use crate::campaign::AddressUse;

/// Returns what an address is used for, in a few words.
pub fn address_use(used: &AddressUse, language: Language) -> String {
    let text = Text::of(language);
    match used {
        AddressUse::Condition {
            field,
            operator: Some(operator),
        } => {
            let (field, operator) = (field_label(*field, language), operator_label(*operator, language));
            format!("{field} {operator}")
        }
        AddressUse::Condition { field, operator: None } => field_label(*field, language).to_owned(),
        AddressUse::Link => text.t("address-link"),
        AddressUse::Site => text.t("address-site"),
        AddressUse::Test { name, field } => {
            let values = [
                ("name", name.as_str().into()),
                ("field", field_label(*field, language).into()),
            ];
            text.tv("address-test", &values)
        }
    }
}
