import { decided, textOf } from './build.js'

/** Decided on, by what the text says of itself alone. */
export const SAYS = 'approvals:\n  - { date: 2024-01-01, body: bestuur, name: A. de Wit }\n'

export const ONE = decided(
  '1.0.0',
  "Camera's hangen in de hal. {#hal}\n\nBeelden worden na drie weken gewist. {#wissen}\n\nBezoekers zien een bord. {#bord}",
  '2024-03-01',
)
export const TWO = decided(
  '1.1.0',
  "Camera's hangen in de hal en de stalling. {#hal}\n\nOpnamen worden vier weken bewaard en dan gewist. {#wissen}",
  '2025-01-10',
)
export const DRAFT = textOf('1.2.0', "Camera's hangen nergens. {#hal}", '', 'draft')

const MARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3" fill="#1d5c4d"/></svg>'

/** The files of a school: its texts by their path. */
export function schoolFiles(name: string, texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const short = name.charAt(0).toUpperCase() + name.slice(1)
  return {
    [`policies/${name}/organisation.yaml`]: `name: School ${name}\nshort: ${short}\nbodies:\n  - { name: bestuur, rights: [adoption] }\nbrand:\n  colours: { primary: '#1d5c4d', accent: '#e0a100' }\n  mark: mark.svg\n  markAlt: Beeldmerk\n`,
    [`policies/${name}/mark.svg`]: MARK,
    ...Object.fromEntries(
      Object.entries(texts).map(([path, text]) => [
        `policies/${name}/${path}`,
        text.replace('organisation: linde', `organisation: ${name}`),
      ]),
    ),
  }
}

/** A school with two releases and a draft, and one whose only text says that it was adopted. */
export const sampleWorkspace = (): Readonly<Record<string, string>> => ({
  ...schoolFiles('linde', { 'cameras.md': DRAFT, 'releases/cameras@1.0.0.md': ONE.text, 'releases/cameras@1.1.0.md': TWO.text }),
  ...schoolFiles('eik', { 'cameras.md': textOf('1.0.0', "Camera's hangen in de hal en het fietsenhok. {#hal}", SAYS) }),
})
