/** Colours are `#rrggbb`. Contrast is that of WCAG 2.2, section 1.4.3. */

const channels = (colour: string): [number, number, number] => {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

const format = (rgb: readonly number[]): string =>
  `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`

/** `share` of the second colour in the first. */
export function mix(first: string, second: string, share: number): string {
  const [a, b] = [channels(first), channels(second)]
  return format(a.map((channel, i) => channel * (1 - share) + (b[i] as number) * share))
}

/** Relative luminance: 0 for black, 1 for white. */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** From 1 to 21. */
export function contrast(first: string, second: string): number {
  const [a, b] = [luminance(first), luminance(second)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** White where it can be read on a surface, else black: one of them always has a contrast of 4.5. */
export const readableOn = (surface: string): string => (contrast(surface, '#ffffff') >= 4.5 ? '#ffffff' : '#000000')

/** The colour itself, or as little darker as it takes to reach a contrast with a light surface. */
export function darkenTo(colour: string, surface: string, wanted: number): string {
  for (let share = 0; share < 1; share += 0.02) {
    const darker = mix(colour, '#000000', share)
    if (contrast(darker, surface) >= wanted) return darker
  }
  return '#000000'
}
