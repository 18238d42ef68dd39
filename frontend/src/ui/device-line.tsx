/** Which browser on which machine, with a mark where it is the one in use. */
import { deviceName } from "@/lib/devices";
import classes from "./device-line.module.css";
import { Tag } from "./tag";
import { ToolIcon } from "./tool-icons";

interface Props {
  userAgent: string | undefined;
  mark: string | false;
}

export function DeviceLine({ userAgent, mark }: Props) {
  const mobile = /iPhone|iPad|Android/.test(userAgent ?? "");
  return (
    <p className={classes.name}>
      <ToolIcon name={mobile ? "phone" : "laptop"} />
      {deviceName(userAgent)} {mark && <Tag tone="good">{mark}</Tag>}
    </p>
  );
}
