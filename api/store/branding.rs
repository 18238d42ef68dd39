//! Table `branding`: how organizations show themselves, one row for each that has said so.

use diesel::prelude::*;

use super::{Rx, Tx, execute_one, schema::branding};
use crate::{
    domain::{
        Timestamp,
        accent::Accent,
        branding::{Branding, LogoMark, StoredBranding, Support},
        id::OrganizationId,
        logo::Logo,
    },
    error::Fault,
};

#[derive(Queryable, Selectable)]
#[diesel(table_name = branding)]
struct Row {
    version: i64,
    accent: Option<String>,
    support_contact: Option<String>,
    support_note: Option<String>,
    logo_digest: Option<String>,
    logo_width: Option<i16>,
    logo_height: Option<i16>,
    updated_at: Timestamp,
}

fn stored(row: Row) -> Result<StoredBranding, Fault> {
    let invalid = || Fault::internal("a branding is not as it was written");
    let accent = row.accent.map(|text| Accent::parse(&text)).transpose().map_err(|_| invalid())?;
    let note = row.support_note.as_deref();
    let support = row.support_contact.map(|contact| Support::parse(&contact, note));
    let support = support.transpose().map_err(|_| invalid())?;
    let side = |pixels: Option<i16>| pixels.and_then(|pixels| u16::try_from(pixels).ok()).ok_or_else(invalid);
    let mark = |digest| {
        Ok::<_, Fault>(LogoMark { digest, width: side(row.logo_width)?, height: side(row.logo_height)? })
    };
    Ok(StoredBranding {
        branding: Branding { accent, support },
        logo: row.logo_digest.map(mark).transpose()?,
        version: row.version,
        updated_at: Some(row.updated_at),
    })
}

/// What an organization has said; nothing, where it has said nothing.
pub fn find(rx: &mut Rx, organization: OrganizationId) -> Result<StoredBranding, Fault> {
    let found = branding::table.find(organization.0).select(Row::as_select());
    let row: Option<Row> = found.first(rx.connection()?).optional()?;
    Ok(row.map(stored).transpose()?.unwrap_or_default())
}

/// The file of an organization's logo, if it is the one of that digest.
pub fn find_logo(rx: &mut Rx, organization: OrganizationId, digest: &str) -> Result<Option<Vec<u8>>, Fault> {
    let found = branding::table.find(organization.0).filter(branding::logo_digest.eq(digest));
    let file: Option<Option<Vec<u8>>> = found.select(branding::logo).first(rx.connection()?).optional()?;
    Ok(file.flatten())
}

/// Writes all but the logo. The organization is locked.
pub fn put(tx: &mut Tx, organization: OrganizationId, new: &StoredBranding) -> Result<(), Fault> {
    let Branding { accent, support } = &new.branding;
    let values = (
        branding::version.eq(new.version),
        branding::accent.eq(accent.map(Accent::hex)),
        branding::support_contact.eq(support.as_ref().map(|support| support.contact.as_str())),
        branding::support_note.eq(support.as_ref().and_then(|support| support.note.as_deref())),
        branding::updated_at.eq(new.updated_at.unwrap_or_default()),
    );
    let entered = (branding::org_id.eq(organization.0), values.clone());
    let statement = diesel::insert_into(branding::table).values(entered);
    execute_one(tx, "branding", statement.on_conflict(branding::org_id).do_update().set(values))
}

/// Writes the logo, or that there is none. The organization is locked.
pub fn put_logo(
    tx: &mut Tx,
    organization: OrganizationId,
    new: &StoredBranding,
    logo: Option<&Logo>,
) -> Result<(), Fault> {
    let side = |pixels: u16| i16::try_from(pixels).map_err(Fault::internal);
    let mark = new.logo.as_ref();
    let values = (
        branding::version.eq(new.version),
        branding::logo.eq(logo.map(Logo::as_bytes)),
        branding::logo_digest.eq(mark.map(|mark| mark.digest.as_str())),
        branding::logo_width.eq(mark.map(|mark| side(mark.width)).transpose()?),
        branding::logo_height.eq(mark.map(|mark| side(mark.height)).transpose()?),
        branding::updated_at.eq(new.updated_at.unwrap_or_default()),
    );
    let entered = (branding::org_id.eq(organization.0), values);
    let statement = diesel::insert_into(branding::table).values(entered);
    execute_one(tx, "branding", statement.on_conflict(branding::org_id).do_update().set(values))
}
