/** Long keys in groups that the eye can follow. */

export function groupsOfFour(key: string): string[] {
  return key.replace(/\s/g, "").match(/.{1,4}/g) ?? [];
}
