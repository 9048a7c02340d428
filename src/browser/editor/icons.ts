/// <reference lib="dom" />

const SVG = 'http://www.w3.org/2000/svg'

/** Strokes on a square of 20. */
const PATHS = {
  bold: 'M6 4h5a3 3 0 0 1 0 6H6zm0 6h6a3 3 0 0 1 0 6H6z',
  italic: 'M9 4h5M6 16h5M12 4 8 16',
  struck:
    'M3 10h14M13.5 6.5C13 5 11.7 4 10 4 8 4 6.5 5 6.5 6.8c0 1 .4 1.7 1 2.2M6.5 13.5C7 15 8.300 16 10 16c2 0 3.500-1 3.500-2.800 0-.5-.1-.9-.3-1.200',
  link: 'M8.500 11.500a3 3 0 0 0 4.200 0l2.500-2.500a3 3 0 0 0-4.200-4.200L10 5.800M11.500 8.500a3 3 0 0 0-4.200 0L4.800 11a3 3 0 0 0 4.200 4.200l1-1',
  numbered: 'M8 5h9M8 10h9M8 15h9M3 3.500l1-.5v4M2.800 12.500h2.400M3 9.500c.6-.8 2-.5 2 .4 0 .8-1 1.300-2.200 2.600',
  bullets: 'M8 5h9M8 10h9M8 15h9M4 5h.01M4 10h.01M4 15h.01',
  higher: 'M3 4h14M9 8h8M9 12h8M3 16h14M6 8l-3 2 3 2',
  deeper: 'M3 4h14M9 8h8M9 12h8M3 16h14M3 8l3 2-3 2',
  up: 'M10 16V4M5 9l5-5 5 5',
  down: 'M10 4v12M5 11l5 5 5-5',
  reference: 'M7.500 3 6 17M14 3l-1.500 14M4 7.500h13M3 12.500h13',
  parameter: 'M7 3C4.500 3 6 9 3.500 10 6 11 4.500 17 7 17M13 3c2.500 0 1 6 3.500 7-2.500 1-1 7-3.500 7M9 10h2',
  footnote: 'M3 16 7.500 5 12 16M4.600 12h5.800M15 4l1.500-1v6',
  definition: 'M5 3h10v14l-5-3.500L5 17zM8 7h4',
  quote: 'M4 13c2 0 3.500-1.500 3.500-4V6H4v4h3M11 13c2 0 3.500-1.500 3.500-4V6H11v4h3',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M10 4v12',
  row: 'M3 4h14v6H3zM10 4v6M10 13v5M7.500 15.500h5',
  column: 'M4 3h6v14H4zM4 10h6M13 10h5M15.500 7.500v5',
  lessRow: 'M3 4h14v6H3zM10 4v6M7.500 15.500h5',
  lessColumn: 'M4 3h6v14H4zM4 10h6M13 10h5',
  bin: 'M4 6h12M8 6V4h4v2M5.500 6l1 11h7l1-11M8.500 9v5M11.500 9v5',
  undo: 'M7 4 3.500 7.500 7 11M4 7.500h8a4 4 0 0 1 0 8H8',
  redo: 'M13 4l3.500 3.500L13 11M16 7.500H8a4 4 0 0 0 0 8h4',
  grip: 'M8 5h.01M12 5h.01M8 10h.01M12 10h.01M8 15h.01M12 15h.01',
} as const

export type IconName = keyof typeof PATHS

export function icon(name: IconName): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  for (const [key, value] of Object.entries({ viewBox: '0 0 20 20', 'aria-hidden': 'true', focusable: 'false' }))
    svg.setAttribute(key, value)
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', PATHS[name])
  svg.append(path)
  return svg
}
