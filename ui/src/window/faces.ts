/**
 * Fetches every part of the faces, one after the other: a part that is fetched when its first character is drawn shows
 * empty boxes until it is there, on a machine that has no Chinese font of its own.
 */
export async function loadFaces(): Promise<void> {
  // The parts stand in the order of their rarity, the rarest first.
  for (const face of [...document.fonts].reverse()) await face.load();
}
