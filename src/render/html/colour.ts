import { contrast, mix } from '../../present/index.js'

/** What a text needs (WCAG 2.2, 1.4.3), with a little to spare for rounding. */
const ENOUGH = 4.55

/** The colour as it stands. A brand is resolved before it comes here, so that anything but `#rrggbb` is an error of ours. */
export function checked(colour: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`Unexpected colour "${colour}" in a resolved brand, expected #rrggbb`)
  return colour
}

/** The colour itself, or as little darker or lighter as makes it readable on every one of these surfaces. */
export function readable(colour: string, surfaces: readonly string[]): string {
  const end = surfaces.every((surface) => contrast(surface, '#ffffff') > contrast(surface, '#000000')) ? '#ffffff' : '#000000'
  for (let step = 0; step < 50; step += 1) {
    const candidate = mix(colour, end, step / 50)
    if (surfaces.every((surface) => contrast(candidate, surface) >= ENOUGH)) return candidate
  }
  return end
}

/** White where it can be read on this surface, else black. One of the two always can: the lowest contrast of the better is 4.58. */
export const opposite = (surface: string): string => (contrast(surface, '#ffffff') >= 4.5 ? '#ffffff' : '#000000')
