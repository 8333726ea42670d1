//! Several programs write at once.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::json;

use crate::common::*;
use crate::refused;

#[test]
fn eight_programs_write_at_once() {
    const EACH: usize = 20;
    let home = Home::new();
    let ids: Vec<Vec<String>> = std::thread::scope(|scope| {
        let writers: Vec<_> = (0..8)
            .map(|writer| {
                let home = &home;
                scope.spawn(move || {
                    let mut ids: Vec<String> = Vec::new();
                    for step in 0..EACH {
                        let number = writer * EACH + step;
                        if step % 2 == 0 {
                            let name = format!("{number}.txt");
                            ids.push(home.add(&name, release(number)).0);
                        } else {
                            let name = format!("Тұрар Нөмір{number}");
                            let id = ids.last().unwrap();
                            let said = home.run(&[
                                "tag",
                                id,
                                "--person",
                                &name,
                                "--for",
                                "Жетісу университеті",
                            ]);
                            assert_eq!(said.done().json()["name"], *name);
                        }
                    }
                    ids
                })
            })
            .collect();
        writers
            .into_iter()
            .map(|writer| writer.join().unwrap())
            .collect()
    });
    let state = home.state();
    assert_eq!(state["list"]["total"], 8 * EACH / 2);
    assert_eq!(state["history"]["ops"].as_array().unwrap().len(), 8 * EACH);
    let mut references: Vec<&str> = Vec::new();
    for (writer, ids) in ids.iter().enumerate() {
        for (at, id) in ids.iter().enumerate() {
            let all = state["articles"].as_array().unwrap();
            let record = all.iter().find(|record| record["id"] == **id).unwrap();
            let number = writer * EACH + 2 * at;
            assert_eq!(
                record["versions"][0]["title"],
                format!("Қаланың {number}-кітапханасы ашылды")
            );
            let names: Vec<&str> = record["parties"]
                .as_array()
                .unwrap()
                .iter()
                .map(|party| party["name"].as_str().unwrap())
                .collect();
            let person = format!("Тұрар Нөмір{}", number + 1);
            assert!(
                names.contains(&person.as_str()) && names.contains(&"Жетісу университеті"),
                "{names:?}"
            );
            references.push(record["reference"].as_str().unwrap());
        }
    }
    references.sort_unstable();
    references.dedup();
    assert_eq!(references.len(), 8 * EACH / 2, "each reference once");
    home.whole();
}
