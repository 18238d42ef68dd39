/** The few symbols of the product, drawn on a grid of 24. They are decoration: the words beside them speak. */
import type { ReactNode } from "react";

const paths = {
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  warning: <path d="M12 3.5 2.5 20h19L12 3.500ZM12 10v4.500M12 17.200v.1" />,
  info: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5.500M12 7.600v.1" />,
  copy: <path d="M9 9h10.500v11.500H9zM15 9V3.500H4.500V15H9" />,
  download: <path d="M12 3.500v11.500m-4.5-4.500L12 15l4.5-4.500M4.5 20h15" />,
  print: <path d="M7 8V3.500h10V8M7 17H3.500V8h17v9H17M7 13.500h10v7H7z" />,
  phone: <path d="M7.5 2.500h9v19h-9zM11 18.500h2" />,
  passkey: (
    <path d="M9.500 3.500a4.2 4.2 0 1 1 0 8.400 4.2 4.2 0 0 1 0-8.400ZM2.500 20.500v-1a4.500 4.500 0 0 1 4.500-4.500h5M18 10.500a3 3 0 0 1 1.200 5.750V21L18 22l-1.200-1v-4.750A3 3 0 0 1 18 10.500ZM18 13.400v.1" />
  ),
  laptop: <path d="M5 5h14v10.500H5zM2.5 19h19" />,
  chevron: <path d="m6.5 9.5 5.5 5.5 5.5-5.5" />,
  plus: <path d="M12 5v14M5 12h14" />,
  cross: <path d="M6 6l12 12M18 6 6 18" />,
  search: <path d="M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13ZM15.300 15.300l5.200 5.200" />,
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

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
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
      {paths[name]}
    </svg>
  );
}
