//! The organization's policy: read, and replaced as a whole; presets to start from.

use serde_json::json;

use super::{
    Operation,
    administrators::{Administrator, permitted_user},
    caller::Caller,
    outbox,
};
use crate::{
    domain::{
        audit::Action,
        id::OrganizationId,
        message::Message,
        policy::{AdminReset, Mode, Policy, StoredPolicy},
        precondition::ExpectedVersion,
        preset::Preset,
        rejection::{FieldError, Rejection},
        role::{BuiltInRole, Permission},
        rollout::Target,
    },
    error::{Failure, Fault},
    store::{Rx, organizations, policies, roles, users},
};

/// The policy of the organization in which somebody administers.
pub fn find(op: &Operation, administrator: &Administrator) -> Result<StoredPolicy, Failure> {
    Ok(op.read(|rx| policies::find(rx, administrator.organization_id()))?)
}

/// Each preset with its policy.
pub fn presets(op: &Operation, _: &Administrator) -> Result<Vec<(Preset, Policy)>, Failure> {
    Ok(Preset::ALL.iter().map(|preset| (*preset, preset.policy(op.now))).collect())
}

/// Puts a policy in the place of one of the expected versions. It acts at each user's next request. Errors: values out of range, a role
/// that does not exist, another version in force by now, an editor who would require a factor that they have not got, or
/// no administrator could sign in.
pub fn replace(
    op: &Operation,
    caller: &Caller,
    expected: &ExpectedVersion,
    policy: &Policy,
) -> Result<StoredPolicy, Failure> {
    policy.validate().map_err(Rejection::Invalid)?;
    let organization = caller.organization_id();
    op.write(|tx| {
        organizations::lock(tx, organization)?;
        // Rows of two organizations are never locked together: they may lie on two machines.
        let editor = match caller.acts_elsewhere() {
            true => users::find(tx, caller.account())?,
            false => users::lock(tx, caller.account())?,
        };
        let actor = permitted_user(tx, caller, Permission::PolicyWrite)?;
        refuse_unknown_roles(tx, organization, policy)?;
        if policy.mode == Mode::Required && !editor.is_some_and(|editor| policy.stays_satisfied_by(&editor)) {
            return Err(Rejection::EnrollFirst.into());
        }
        let administrators = users::administrators(tx, organization)?;
        if policy.mode == Mode::Required && !administrators.iter().any(|user| policy.relies_on(user)) {
            return Err(Rejection::LastAdministrator.into());
        }
        let StoredPolicy { policy: old, version, .. } = policies::find(tx, organization)?;
        if !expected.admits(version) {
            return Err(Rejection::StaleVersion.into());
        }
        let loosens = old.admin_reset == AdminReset::Superadmin && policy.admin_reset != old.admin_reset;
        if loosens && !actor.holds(BuiltInRole::Superadmin) {
            return Err(Rejection::NotPermitted.into());
        }
        let policy = Policy {
            past_phases: old.past_phases_before(policy, op.now),
            devices_trusted_since: old.devices_trusted_since(policy, op.now),
            ..policy.clone()
        };
        let stored =
            policies::update(tx, organization, version, &policy, op.now)?.ok_or(Rejection::StaleVersion)?;
        let event = caller.event(Action::PolicyChanged);
        let event = event.with(json!({"version": stored.version, "old": old, "new": policy}));
        let id = op.append(tx, &event)?;
        let changed = policy.members_changed_from(&old).map_err(Fault::internal)?;
        if !changed.is_empty() {
            let message = Message::PolicyChanged { by: caller.user.display_name.clone(), changed };
            for administrator in &administrators {
                outbox::post(op, tx, organization, id, &administrator.into(), message.clone(), None)?;
            }
        }
        Ok(stored)
    })
}

/// Errors: phases, or a demand for passkeys, for roles that the organization has not got.
pub(super) fn refuse_unknown_roles(
    rx: &mut Rx,
    organization: OrganizationId,
    policy: &Policy,
) -> Result<(), Failure> {
    let mut errors = Vec::new();
    for (index, phase) in policy.phases.iter().enumerate() {
        if let Target::Role(role) = &phase.target
            && !roles::exists(rx, organization, role)?
        {
            let field = format!("phases[{index}].role");
            errors.push(FieldError::new(field, "unknown_role", "There is no such role."));
        }
    }
    for (index, role) in policy.passkey_only.iter().enumerate() {
        if !roles::exists(rx, organization, role)? {
            let field = format!("passkeyOnly[{index}]");
            errors.push(FieldError::new(field, "unknown_role", "There is no such role."));
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(Rejection::Invalid(errors).into()) }
}
