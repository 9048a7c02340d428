import { type DocBlock, type DocInline, mapContent, namesOf } from '../../present/index.js'

/** The blocks, in which a link to a place that is not among them is plain words: a paper may show a part of a policy only. */
export function settleLinks(blocks: readonly DocBlock[]): readonly DocBlock[] {
  const ids = namesOf(blocks)
  const settle = (content: readonly DocInline[]): readonly DocInline[] =>
    content.flatMap((inline): readonly DocInline[] => {
      if (inline.type === 'footnote') return [{ ...inline, children: mapContent(inline.children, settle) }]
      if (!('children' in inline)) return [inline]
      const children = settle(inline.children)
      if (inline.type === 'link' && inline.target !== undefined && !ids.has(inline.target)) return children
      return [{ ...inline, children }]
    })
  return mapContent(blocks, settle)
}
