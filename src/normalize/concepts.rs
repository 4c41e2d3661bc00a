//! temporary prototype
use crate::normalize::{Word, split, stem};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

pub struct Concepts {
    map: FxHashMap<String, (String, Vec<String>)>,
    longest: usize,
}
const LITTLE: &str = "a an the of for to with and or by from at as is are be it this that our we your their via per into its";
fn little(w: &str) -> bool {
    LITTLE.split(' ').any(|x| x == w)
}
fn key(text: &str) -> String {
    split::words(text).iter().filter(|w| !little(w)).map(|w| stem::stem(w)).collect()
}
impl Concepts {
    pub fn get() -> &'static Concepts {
        static C: OnceLock<Concepts> = OnceLock::new();
        C.get_or_init(|| {
            let mut map: FxHashMap<String, (String, Vec<String>)> = FxHashMap::default();
            let mut clash = 0;
            if std::env::var("NOTH").is_err() {
                let mut files: Vec<_> = std::fs::read_dir("/tmp/h/thesaurus")
                    .unwrap()
                    .map(|e| e.unwrap().path())
                    .filter(|p| p.extension().is_some_and(|e| e == "yaml"))
                    .collect();
                files.sort();
                for p in files {
                    let mut c = String::new();
                    for l in std::fs::read_to_string(p).unwrap().lines() {
                        if l.starts_with('#') || l.trim().is_empty() {
                            continue;
                        }
                        if !l.starts_with(' ') && !l.starts_with('-') {
                            c = l.trim_end_matches(':').trim_matches('"').to_owned();
                            map.entry(key(&c)).or_insert((c.clone(), vec![]));
                            continue;
                        }
                        let l = l.trim().trim_start_matches("- ").trim();
                        if let Some(r) = l.strip_prefix("{phrase: ") {
                            let Some((ph, w)) = r.split_once(", with: [") else { continue };
                            let with = w
                                .trim_end_matches(['}', ']'])
                                .split(',')
                                .map(|x| stem::stem(x.trim()))
                                .collect();
                            let k = key(ph.trim_matches('"'));
                            map.entry(k).or_insert((c.clone(), with));
                        } else {
                            let k = key(l.trim_matches('"').trim_matches('\''));
                            if k.is_empty() {
                                continue;
                            }
                            if let Some(o) = map.get(&k) {
                                if o.0 != c {
                                    clash += 1;
                                    if std::env::var("CLASH").is_ok() {
                                        eprintln!("clash {l}: {} / {c}", o.0);
                                    }
                                }
                            }
                            map.entry(k).or_insert((c.clone(), vec![]));
                        }
                    }
                }
            }
            if std::env::var("CLASH").is_ok() {
                eprintln!("{} phrases {clash} clashes", map.len());
            }
            Concepts { map, longest: 60 }
        })
    }
    pub fn apply(&self, words: Vec<Word>, company: &[String]) -> Vec<Word> {
        let mut taken = vec![None; words.len()];
        let mut found: Vec<(usize, usize, String)> = vec![];
        for i in 0..words.len() {
            if little(&words[i].written) {
                continue;
            }
            let mut k = String::new();
            for j in i..words.len() {
                if little(&words[j].written) {
                    continue;
                }
                k.push_str(&words[j].stem);
                if k.len() > self.longest {
                    break;
                }
                if let Some((c, with)) = self.map.get(&k) {
                    if with.is_empty()
                        || words
                            .iter()
                            .enumerate()
                            .any(|(p, w)| (p < i || p > j) && with.contains(&w.stem))
                        || company.iter().any(|w| with.contains(w))
                    {
                        found.push((i, j, c.clone()));
                    }
                }
            }
        }
        found.sort_by(|a, b| (b.1 - b.0).cmp(&(a.1 - a.0)).then(a.0.cmp(&b.0)));
        for (n, (i, j, _)) in found.iter().enumerate() {
            if taken[*i..=*j].iter().all(Option::is_none) {
                for t in &mut taken[*i..=*j] {
                    *t = Some(n);
                }
            }
        }
        let mut out = vec![];
        let mut last = None;
        for (w, t) in words.into_iter().zip(taken) {
            match t {
                None => {
                    out.push(w);
                    last = None;
                }
                Some(n) => {
                    if last != Some(n) {
                        out.push(Word {
                            stem: format!("={}", found[n].2),
                            written: found[n].2.clone(),
                        });
                    }
                    last = Some(n);
                }
            }
        }
        out
    }
}
