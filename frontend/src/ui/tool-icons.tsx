/** The symbols of tools and things, for pages after the first one. */
import type { ReactNode } from "react";
import { Drawing } from "./icons";

const paths = {
  question: (
    <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9.300 9.600a2.700 2.700 0 1 1 3.900 2.400c-.800.400-1.200.900-1.200 1.800M12 16.800v.1" />
  ),
  copy: <path d="M9 9h10.500v11.500H9zM15 9V3.500H4.500V15H9" />,
  download: <path d="M12 3.500v11.500m-4.5-4.500L12 15l4.5-4.500M4.5 20h15" />,
  print: <path d="M7 8V3.500h10V8M7 17H3.500V8h17v9H17M7 13.500h10v7H7z" />,
  phone: <path d="M7.5 2.500h9v19h-9zM11 18.500h2" />,
  passkey: (
    <path d="M9.500 3.500a4.2 4.2 0 1 1 0 8.400 4.2 4.2 0 0 1 0-8.400ZM2.500 20.500v-1a4.500 4.500 0 0 1 4.500-4.500h5M18 10.500a3 3 0 0 1 1.200 5.750V21L18 22l-1.200-1v-4.750A3 3 0 0 1 18 10.500ZM18 13.400v.1" />
  ),
  laptop: <path d="M5 5h14v10.500H5zM2.5 19h19" />,
  chevron: <path d="m6.5 9.5 5.5 5.5 5.5-5.5" />,
  ascending: <path d="M12 19.500V5M6 11l6-6 6 6" />,
  descending: <path d="M12 4.500V19M6 13l6 6 6-6" />,
  sortable: <path d="m7.500 9.500 4.500-4.500 4.500 4.500M7.500 14.500l4.500 4.500 4.500-4.500" />,
  plus: <path d="M12 5v14M5 12h14" />,
  cross: <path d="M6 6l12 12M18 6 6 18" />,
  search: <path d="M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13ZM15.300 15.300l5.200 5.200" />,
} satisfies Record<string, ReactNode>;

export type ToolIconName = keyof typeof paths;

export function ToolIcon({ name, size }: { name: ToolIconName; size?: number }) {
  return <Drawing size={size}>{paths[name]}</Drawing>;
}
