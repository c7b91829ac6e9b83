//! What the commands on certificates read and write.

use super::{
    HandOverCertificate, PrintCertificates, RecordCertificateRecovered, RecordSpoiltStock,
    ReissueCertificate, SealCertificates, SignCertificates, State,
};
use crate::{Need, NominationId, StreamKey, World, org};

pub(crate) fn print_certificates(command: &PrintCertificates, _: &World) -> Vec<Need> {
    of_awards(&command.nominations)
}

pub(crate) fn sign_certificates(command: &SignCertificates, world: &World) -> Vec<Need> {
    let mut needs = of_awards(&command.nominations);
    needs.extend(org::needs::delegation(command.delegation.as_ref(), world));
    needs
}

/// And whoever signed, for the separation of duties (SD6).
pub(crate) fn seal_certificates(command: &SealCertificates, world: &World) -> Vec<Need> {
    let mut needs = of_awards(&command.nominations);
    let shown = command.nominations.iter();
    let shown = shown.filter(|one| world.shows(&StreamKey::certificate(one)));
    let certificates = shown.filter_map(|one| State::certificate(world.certificate(one)));
    let signers = certificates.filter_map(|one| one.signed_by.as_ref());
    needs.extend(signers.map(|signer| Need::read(StreamKey::assignment(signer))));
    needs
}

pub(crate) fn hand_over_certificate(command: &HandOverCertificate, _: &World) -> Vec<Need> {
    of_awards(command.handovers.iter().map(|one| &one.nomination))
}

pub(crate) fn reissue_certificate(command: &ReissueCertificate, _: &World) -> Vec<Need> {
    of_awards([&command.nomination])
}

pub(crate) fn record_spoilt_stock(command: &RecordSpoiltStock, _: &World) -> Vec<Need> {
    vec![Need::write(StreamKey::certificate(&command.nomination))]
}

pub(crate) fn record_certificate_recovered(
    command: &RecordCertificateRecovered,
    _: &World,
) -> Vec<Need> {
    vec![Need::write(StreamKey::certificate(&command.nomination))]
}

/// The certificates, and whether the awards stand (INV-35).
fn of_awards<'n>(nominations: impl IntoIterator<Item = &'n NominationId>) -> Vec<Need> {
    let both = |one| {
        [
            Need::write(StreamKey::certificate(one)),
            Need::read(StreamKey::nomination(one)),
        ]
    };
    nominations.into_iter().flat_map(both).collect()
}
