/** The last V8 (Node 26) that was seen to know the flag of the heap: of one that it does not know it would complain on the terminal. */
const NEWEST_V8 = 14

/** Flags for a run of the command, known to the V8 it runs in. */
export function* flagsFor(version: string, command: string | undefined): Generator<string> {
  // A second of work is no time in which optimised code pays for its making: two fifths of a comparison went into that. Later ones than the
  // V8 of Node 20, whose own choice is 67,584 bytes of code, compile in more steps and have no such flag.
  if (version.startsWith('11.3.')) {
    yield `--interrupt-budget=${command === 'compare' ? 400_000 : 1_000_000}`
    // Else a pattern that is asked of many words is compiled twice, and one that names classes of letters takes a millisecond each time.
    yield '--no-regexp-tier-up'
  }
  // What a PDF is made of is soon thrown away: the part of the heap where all things start need not grow, which takes a fifth less memory.
  if (command === 'build' && Number.parseInt(version, 10) <= NEWEST_V8) yield '--semi-space-growth-factor=1'
}
