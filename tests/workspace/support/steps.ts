import type { Steps } from '../../../src/workspace/steps.js'

/** Steps that change something. */
const CHANGES = ['create', 'makeFolder', 'write', 'keep', 'rename', 'remove', 'removeFolder'] as const

/**
 * The same steps, with `stop` called at the one of that number and from then on: before it is done, or, for what may be half done, in the
 * middle of it. `count` tells how many there were.
 */
export function stoppingAt(steps: Steps, number: number, half: boolean, stop: () => void): Steps & { count: () => number } {
  let at = 0
  let stopped = false
  const stopping: Record<string, unknown> = { ...steps, count: () => at }
  for (const name of CHANGES) {
    const act = steps[name] as (path: string, more?: string | Uint8Array) => unknown
    stopping[name] = (path: string, more?: string | Uint8Array) => {
      const isLong = name === 'write' || name === 'create'
      if (at++ === number && (isLong || !half)) {
        stopped = true
        if (half && more !== undefined) act(path, more.slice(0, Math.floor(more.length / 2)))
      }
      if (stopped) stop()
      return act(path, more)
    }
  }
  return stopping as unknown as ReturnType<typeof stoppingAt>
}

/** Some files as they were, and as a writing makes them; paths from the root. */
export const OLD: Readonly<Record<string, string>> = {
  'policies/linde/media.md': 'oud beleid',
  'policies/concordance.yaml': 'oude lijst',
  'out/linde/media.html': 'oude pagina',
  'out/oud/diep/media.html': 'een pagina die gaat',
}
/** What goes in the same step. */
export const GONE = ['out/oud/diep/media.html']
export const NEW: Readonly<Record<string, string>> = {
  'policies/linde/media.md': 'nieuw beleid, met meer woorden',
  'policies/linde/releases/media@1.0.0.md': 'oud beleid',
  'policies/concordance.yaml': '',
  'out/linde/media.html': 'nieuwe pagina',
  'out/eik/diep/media.html': 'een tweede pagina',
}
