//! Places outside names of people.

use crate::reader::found::FoundPlace;
use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;

/// Every place outside names of people.
pub(crate) fn find_places(lexed: &Lexed, people: &[(usize, usize)]) -> Vec<FoundPlace> {
    let mut found: Vec<FoundPlace> = Vec::new();
    let mut at = 0;
    while at < lexed.tokens.len() {
        let person = people
            .iter()
            .find(|(first, last)| (*first..=*last).contains(&at));
        if let Some((_, last)) = person {
            at = last + 1;
            continue;
        }
        let one = languages::at(lexed, at).place_at(lexed, at);
        // «заместитель акима области Марат Сейткалиев»: the region has no name there
        let apart = |one: &FoundPlace| {
            people
                .iter()
                .all(|(first, last)| *last < one.first || one.last < *first)
        };
        match one.filter(apart) {
            Some(one) => {
                at = one.last + 1;
                found.push(one);
            }
            None => at += 1,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_region_without_a_name_takes_none_from_who_stands_behind_it() {
        let reading = crate::read(
            "date 2026-05-23 В Талдыкоргане открылась библиотека\n\
             Ленту перерезал заместитель акима области Марат Сейткалиев. В области Жетісу много библиотек.\n",
        );
        let places: Vec<&str> = reading
            .places
            .iter()
            .map(|place| place.name.as_str())
            .collect();
        assert_eq!(places, ["область Жетісу"]);
    }
}
