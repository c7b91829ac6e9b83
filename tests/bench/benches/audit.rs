//! The sealer beside plain SHA-256, and proofs out of a large tree.
//!
//! `KHEN_BENCH_LEAVES` sets how many leaves the large tree has (10,000,000 unless it is set),
//! `KHEN_BENCH_ROUNDS` how many rounds are run.

use std::{hint::black_box, io, io::Write};

use anyhow::{Context, ensure};
use sha2::{Digest, Sha256};

use khen_audit::{
    Frontier, Hash, ProofPlan, TileBuilder, TileSet, TreeHead, leaf_hash, verify_consistency,
    verify_inclusion,
};
use khen_bench::{
    Bar, Contender, Least, Meter, ROUND_COUNT, Timed, contender, measure, number, print,
    print_least,
};
use khen_eventlog::limits::PAGE_EVENT_COUNT_MAX;

const HASHING: &str = "SHA-256 alone, 600 bytes";
const SEALER: &str = "sealer, 600 bytes";
const INCLUSION: &str = "inclusion proof";
const CONSISTENCY: &str = "consistency proof";

/// Bytes of a leaf: an event's leaf has about 600.
const LEAF_BYTES: usize = 600;
/// Leaves sealed in one measurement.
const SEALED_COUNT: usize = 400_000;
/// Proofs of one measurement.
const PROOF_COUNT: u64 = 2_000;

const SEALER_BAR: Least = Least {
    name: SEALER,
    at_least: 200_000.0,
};
/// A proof takes at most 5 ms.
const PROOF_BARS: [Least; 2] = [
    Least {
        name: INCLUSION,
        at_least: 200.0,
    },
    Least {
        name: CONSISTENCY,
        at_least: 200.0,
    },
];
const RATIO: [Bar; 1] = [Bar {
    name: "sealer / SHA-256 alone",
    over: SEALER,
    under: HASHING,
    at_least: None,
}];

fn main() -> anyhow::Result<()> {
    let leaf_count = number("KHEN_BENCH_LEAVES")?.unwrap_or(10_000_000);
    let round_count = number("KHEN_BENCH_ROUNDS")?.unwrap_or(ROUND_COUNT);
    let mut out = io::stdout();

    let mut contenders = sealers();
    let rounds = measure(&mut contenders, round_count)?;
    print(&mut out, "leaves", &contenders, &rounds, &RATIO)?;
    print_least(&mut out, &contenders, &rounds, &SEALER_BAR)?;

    writeln!(out, "\nGrowing a tree of {leaf_count} leaves")?;
    let large = Large::grow(leaf_count.try_into()?);
    large.check()?;
    let mut contenders = large.provers();
    let rounds = measure(&mut contenders, round_count)?;
    print(&mut out, "proofs", &contenders, &rounds, &[])?;
    for bar in &PROOF_BARS {
        print_least(&mut out, &contenders, &rounds, bar)?;
    }
    Ok(())
}

fn sealers() -> Vec<Contender<'static>> {
    vec![
        contender(HASHING, SEALED_COUNT, || {
            let meter = Meter::start();
            let mut leaf = [0x20; LEAF_BYTES];
            for number in 0..SEALED_COUNT {
                leaf[..8].copy_from_slice(&number.to_be_bytes());
                black_box(Sha256::digest(leaf));
            }
            Ok(meter.stop())
        }),
        contender(SEALER, SEALED_COUNT, || {
            let meter = Meter::start();
            let mut builder = TileBuilder::new();
            let mut leaf = [0x20; LEAF_BYTES];
            for number in 0..SEALED_COUNT {
                leaf[..8].copy_from_slice(&number.to_be_bytes());
                builder.push(leaf_hash(&leaf));
                if (number + 1) % PAGE_EVENT_COUNT_MAX == 0 {
                    black_box(builder.take_changed());
                }
            }
            black_box((builder.take_changed(), builder.head()));
            Ok(meter.stop())
        }),
    ]
}

/// A large tree, all of its tiles in memory.
struct Large {
    tree: TreeHead,
    tiles: TileSet,
}

impl Large {
    fn grow(leaf_count: u64) -> Self {
        let mut builder = TileBuilder::new();
        for number in 0..leaf_count {
            builder.push(leaf(number));
        }
        Self {
            tree: builder.head(),
            tiles: builder.take_changed().into_iter().collect(),
        }
    }

    /// Places spread over the whole tree.
    fn places(&self) -> impl Iterator<Item = u64> {
        let size = self.tree.size;
        // Steps of a golden section of the tree land everywhere and never twice in a row.
        (0..PROOF_COUNT).map(move |turn| turn.wrapping_mul(6_180_339_887) % size)
    }

    fn inclusion(&self, index: u64) -> anyhow::Result<Vec<Hash>> {
        Ok(ProofPlan::inclusion(index, self.tree.size)?.prove(&self.tiles)?)
    }

    fn consistency(&self, old: u64) -> anyhow::Result<Vec<Hash>> {
        Ok(ProofPlan::consistency(old, self.tree.size)?.prove(&self.tiles)?)
    }

    fn check(&self) -> anyhow::Result<()> {
        let rooted = Frontier::from_tiles(self.tree.size, &self.tiles)?;
        ensure!(rooted.head() == self.tree, "the tiles have another root");
        for place in self.places() {
            verify_inclusion(leaf(place), place, &self.inclusion(place)?, &self.tree)?;
            let old = Frontier::from_tiles(place, &self.tiles)?.head();
            verify_consistency(&old, &self.tree, &self.consistency(place)?)
                .with_context(|| format!("from {place} leaves"))?;
        }
        Ok(())
    }

    fn provers(&self) -> Vec<Contender<'_>> {
        let count = usize::try_from(PROOF_COUNT).unwrap_or(usize::MAX);
        vec![
            contender(INCLUSION, count, || {
                self.timed(|place| self.inclusion(place))
            }),
            contender(CONSISTENCY, count, || {
                self.timed(|place| self.consistency(place))
            }),
        ]
    }

    fn timed(&self, prove: impl Fn(u64) -> anyhow::Result<Vec<Hash>>) -> anyhow::Result<Timed> {
        let meter = Meter::start();
        for place in self.places() {
            black_box(prove(place)?);
        }
        Ok(meter.stop())
    }
}

fn leaf(number: u64) -> Hash {
    leaf_hash(&number.to_be_bytes())
}
