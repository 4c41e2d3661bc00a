//! Who may lead: somebody whom the company knows.

use roundtable::basics::{person, spelling};
use roundtable::company::Company;
use roundtable::report::terminal;

/// The person who is called so, in the spelling of the company.
///
/// # Errors
/// Whom it may have meant, if there is nobody.
pub fn known(name: &str, company: &Company) -> Result<String, String> {
    let key = person(name);
    let people = company.people();
    if let Some(known) = people.iter().find(|known| person(known) == key) {
        return Ok((*known).to_owned());
    }
    let holds = |known: &&&str| person(known).split(' ').any(|word| word == key);
    let meant = people.iter().find(holds).map_or_else(
        || {
            let keys: Vec<String> = people.iter().map(|known| person(known)).collect();
            let closest = spelling::closest(&key, keys.iter().map(String::as_str));
            let at = closest.and_then(|closest| keys.iter().position(|key| key == closest));
            at.map(|at| spelling::meant(people[at])).unwrap_or_default()
        },
        |known| spelling::meant(known),
    );
    Err(format!("nobody here is called \"{}\"{meant}", terminal(name)))
}
