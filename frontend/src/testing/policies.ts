/** A policy as the service keeps it. */
import type { Policy } from "@/api/types";

export const storedPolicy: Policy = {
  mode: "optional",
  phases: [],
  newUsers: "firstLogin",
  afterGrace: "enrollAtLogin",
  loginStyle: "twoStep",
  sso: "exempt",
  trustedDeviceDays: 0,
  digits: 6,
  algorithm: "SHA1",
  allowedMethods: ["totp", "recoveryCode"],
  passkeyLogin: false,
  passkeyOnly: [],
  recoveryCodeCount: 10,
  secretMaxAgeDays: 180,
  skewSteps: 1,
  stepUpMaxAgeMinutes: 5,
  adminReset: "peer",
  resetProof: "code",
  temporaryPass: { enabled: true, maxMinutes: 1440 },
  version: 3,
  updatedAt: "2026-01-01T00:00:00Z",
};
