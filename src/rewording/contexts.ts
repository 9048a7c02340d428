/** What must stand, or must not stand, beside words that say the same only so. */
export interface Surroundings {
  readonly place: Place
  /** Whether one of the words must stand there, or none of them may. */
  readonly wanted: boolean
  readonly words: ReadonlySet<string>
  readonly classes: ReadonlySet<Class>
}

const PLACES = ['next', 'second', 'near', 'phrase', 'before', 'lately', 'around', 'sentence'] as const
/** The first or second piece behind, the four behind, those of the four that end before another article, the one or the three before, the four on either side, anywhere in the sentence. */
export type Place = (typeof PLACES)[number]

const CLASSES = ['value', 'amount', 'reference', 'calendar', 'person', 'act', 'small', 'start'] as const
/** A figure, an amount of money, a place in a law, a day or month, one who acts, a noun for an act, a small word or sign, the beginning of a sentence. */
export type Class = (typeof CLASSES)[number]

/** `not near: <person> court; sentence: may can`: each part must hold. */
export function surroundingsOf(text: string): readonly Surroundings[] {
  return text.split(';').map((part) => {
    const [place = '', list = ''] = part.split(':').map((half) => half.trim())
    const words = list.split(/\s+/).filter((word) => word !== '')
    const [found] = PLACES.filter((each) => place.endsWith(each))
    const classes = CLASSES.filter((each) => words.includes(`<${each}>`))
    return {
      place: found as Place,
      wanted: !place.startsWith('not '),
      words: new Set(words.filter((word) => !word.startsWith('<'))),
      classes: new Set(classes),
    }
  })
}
