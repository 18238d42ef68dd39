// The overview of an organization in the midst of its roll-out, as the service would tell it: for pictures, which must not
// depend on the day and the hour at which they are taken.

const TODAY = "2026-11-26";
const DAY = 86_400_000;

const day = (offset) => new Date(Date.parse(TODAY) + offset * DAY).toISOString().slice(0, 10);
const days = (number, from, of) => Array.from({ length: number }, (_, index) => of(from + index));

export const busyOverview = {
  users: { total: 1250, enabled: 801, expired: 17, notEnabled: 432, suspended: 12 },
  byRole: [
    { role: "admin", total: 6, protected: 6 },
    { role: "manager", total: 84, protected: 79 },
    { role: "member", total: 1163, protected: 734 },
  ],
  byMethod: [
    { method: "totp", users: 702 },
    { method: "passkey", users: 241 },
    { method: "recoveryCode", users: 811 },
  ],
  enrollment: { accounts: 1304, activated: 1250, asked: 1198, enrolled: 818, used: 766 },
  // Slowly at first, then with each phase of the roll-out.
  adoption: days(90, -89, (offset) => ({ date: day(offset), protected: adopted(offset) })),
  failures: days(30, -29, (offset) => ({
    date: day(offset),
    login: offset === -9 ? 96 : 12 + ((offset * offset) % 11),
    code: 4 + ((offset * offset) % 7),
  })),
  failuresByQuarterHour: days(28 * 24, -28 * 24, failuresOfHour).filter(({ login, code }) => login + code > 0),
  deadlinesAhead: [
    { date: day(7), users: 61 },
    { date: day(12), users: 5 },
    { date: day(21), users: 290 },
    { date: day(40), users: 9 },
  ],
  overdue: 15,
};

function adopted(offset) {
  const phases = [
    { begin: -80, users: 90, length: 20 },
    { begin: -48, users: 310, length: 30 },
    { begin: -20, users: 407, length: 24 },
  ];
  const share = ({ begin, length }) => Math.min(1, Math.max(0, (offset - begin) / length));
  return Math.round(phases.reduce((sum, phase) => sum + phase.users * share(phase) ** 0.7, 60));
}

/** People err at work, and somebody tried in one night. */
function failuresOfHour(hours) {
  const at = new Date(Date.parse(TODAY) + hours * 3_600_000);
  const [weekday, hour] = [at.getUTCDay(), at.getUTCHours()];
  const atWork = weekday % 6 !== 0 && hour >= 7 && hour <= 18;
  const people = atWork ? Math.max(0, 5 - Math.abs(9 - hour)) + (hour % 3 === 1 ? 1 : 0) : 0;
  const machine = day(-9) === at.toISOString().slice(0, 10) && hour < 4 ? 24 : 0;
  return { begin: at.toISOString().replace(".000", ""), login: people + machine, code: atWork && hour % 4 === 0 ? 1 : 0 };
}
