/** Which keyboard somebody has: on a Mac, Command is what Control is elsewhere. */
export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);
