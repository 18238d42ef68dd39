import { expect, test } from "vitest";
import { deviceName } from "./devices";

test("devices go by browser and system", () => {
  expect(deviceName("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")).toBe(
    "Firefox on Linux",
  );
  expect(
    deviceName(
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1",
    ),
  ).toBe("Safari on iPhone");
  expect(deviceName(undefined)).toBe("Unknown device");
  expect(deviceName("curl/8.5")).toBe("curl/8.5");
});
