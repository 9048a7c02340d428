import type { Measured } from './measure.js'

/** Prints what was measured, with its ratio to each of the baselines, which are contenders of the same run. */
export function table(title: string, measured: readonly Measured[], ...baselines: readonly string[]): void {
  const width = Math.max(...measured.map(({ name }) => name.length), 30)
  const base = (name: string): number => measured.find((other) => other.name === name)?.time ?? Number.NaN
  const there = baselines.filter((name) => !Number.isNaN(base(name)))
  const column = (text: string): string => text.padStart(10)
  const heads = ['ms', 'processor', 'MB', ...there.map((_name, index) => `× ${'abc'[index]}`)].map(column)
  process.stdout.write(`\n${title}\n  ${' '.repeat(width)} ${heads.join('')}\n`)
  for (const { name, time, processor, memory, note = '' } of measured) {
    const mark = there.includes(name) ? ` (${'abc'[there.indexOf(name)]})` : ''
    const cells = [
      inMs(time),
      inMs(processor),
      memory === undefined ? '–' : memory.toFixed(0),
      ...there.map((other) => (time === undefined ? '–' : (time / base(other)).toFixed(2))),
    ]
    process.stdout.write(`  ${`${name}${mark}`.padEnd(width)} ${cells.map(column).join('')}  ${note}\n`)
  }
}

const inMs = (time: number | undefined): string => (time === undefined ? '–' : time.toFixed(time < 100 ? 1 : 0))
