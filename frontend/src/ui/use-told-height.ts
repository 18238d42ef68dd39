/** Tells the style sheets how high something is that stays at the top of the window, whatever its words and their size. */
import { type RefCallback, useCallback } from "react";

/** For the element, which is measured for as long as it is there: `var(name)` is its height. */
export function useToldHeight(name: `--nl-${string}`): RefCallback<HTMLElement> {
  return useCallback(
    (element: HTMLElement) => {
      const { style } = document.documentElement;
      const measuring = new ResizeObserver(() => style.setProperty(name, `${element.offsetHeight}px`));
      measuring.observe(element);
      return () => {
        measuring.disconnect();
        style.removeProperty(name);
      };
    },
    [name],
  );
}
