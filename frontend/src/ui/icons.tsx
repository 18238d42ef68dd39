/**
 * The few symbols of the product, drawn on a grid of 24. They are decoration: the words beside them speak. These are the
 * ones that the sign-in page may need; those of later pages are beside them, and do not weigh on it.
 */
import type { ReactNode } from "react";

const paths = {
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  warning: <path d="M12 3.5 2.5 20h19L12 3.500ZM12 10v4.500M12 17.200v.1" />,
  info: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5.500M12 7.600v.1" />,
  eye: (
    <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 9.200a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.600Z" />
  ),
  eyeOff: (
    <path d="M4 4l16 16M9.9 5.800A9 9 0 0 1 12 5.500c6 0 9.5 6.5 9.5 6.500a17 17 0 0 1-2.7 3.500M6.3 7.300A16 16 0 0 0 2.5 12S6 18.5 12 18.500a9 9 0 0 0 4.6-1.300M10 10a2.8 2.8 0 0 0 4 4" />
  ),
  offline: (
    <path d="M3 3l18 18M8.5 15.500a5 5 0 0 1 5.2-1.100M5 11.800a10 10 0 0 1 4.3-2.500M13.5 8.900a10 10 0 0 1 5.5 2.900M12 19.200v.1" />
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof paths;

export function Icon({ name, size }: { name: IconName; size?: number }) {
  return <Drawing size={size}>{paths[name]}</Drawing>;
}

export function Drawing({ size = 20, children }: { size?: number | undefined; children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flexShrink: 0 }}
    >
      {children}
    </svg>
  );
}
