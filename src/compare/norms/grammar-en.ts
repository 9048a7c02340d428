import type { NormGrammar } from './stance.js'

/** How English policies say must, may, must not and should. */
export const ENGLISH: NormGrammar = {
  lang: 'en',
  parts: {
    w: "[\\p{L}'’-]+",
    not: '(?:not|never|no|neither|nor)',
    gap: '(?:(?!\\b(?:provided|unless|except|if|when|where|but|because|who|which)\\b)[^,;:!?])*?',
    role: '(?:staff(?: members?)?|employees?|teachers?|pupils?|students?|learners?|parents?|carers?|guardians?|users?|volunteers?|visitors?|governors?|trustees?|head ?teachers?|principals?|managers?|line managers?|members?|contractors?|schools?|board|leaders?|coordinators?|officers?|everyone|anyone|nobody|no one|persons?|applicants?)',
    start: '^(?:[-–•*"\'“‘(]\\s*)*',
    order:
      '(?:use|keep|make|report|respect|check|ask|tell|think|consider|remember|be|ensure|include|state|contact|inform|delete|remove|store|sign|follow|read|treat|take|give|set|speak|write|log|protect|obtain|seek|record|return|submit|complete|refer|consult|post|share|avoid sharing|stay|act|show|discuss|note)',
  },
  restriction:
    '\\b(?:provided|unless|only|if|as long as|subject to|with (?:\\p{L}+ ){0,3}(?:consent|permission|approval)|after|once|on condition|where|in so far as)\\b',
  condition:
    '\\b(?:provided(?: that)?|unless|if|when|where|once|as long as|subject to|except|on condition that|without (?:\\p{L}+ ){0,3}(?:consent|permission|approval)|with (?:\\p{L}+ ){0,3}(?:consent|permission|approval)|in case of)\\b[^,;.]*',
  exceptions: '\\b(?:unless|except)(?: (?:if|when|where|in|for))?\\s*:\\s*$',
  conditions: '\\b(?:provided(?: that)?|if|when|where|as long as|subject to|on condition that)\\s*:\\s*$',
  addressee: '\\b<role>\\b|\\byou\\b',
  rules: [
    {
      modality: 'conditional-permission',
      pattern:
        '\\b(?:may|can)\\b(?! not)<gap>\\bonly\\b|\\bonly\\b<gap>\\bmay\\b|\\bonly\\b<gap>\\b(?:permitted|allowed)\\b|\\b(?:permitted|allowed) only\\b',
      examples: ['Photographs may only be shared with consent.', 'Only the office may open the post.'],
    },
    {
      modality: 'prohibition',
      pattern:
        "\\b(?:must|may|shall|should|can) ?(?:not|never)\\b|\\bcan['’]t\\b|\\bmustn['’]t\\b|\\b(?:must|may|shall) under no circumstances\\b|\\b(?:not|never) (?:be )?(?:permitted|allowed|acceptable)\\b|\\b(?:prohibited|forbidden|banned|unacceptable)\\b|\\b(?:no|nothing|nobody|no one)\\b<gap>\\b(?:may|must|shall)\\b",
      examples: [
        'Staff must not befriend pupils.',
        'Smoking is prohibited.',
        'No pupil may leave the site.',
        'Filming is not permitted.',
      ],
      not: ['Staff may share news, provided it is not confidential.'],
    },
    {
      modality: 'recommendation',
      pattern:
        '\\b(?:should|recommended|recommends?|advis(?:ed|able|es)|encouraged?|(?:are|is) (?:kindly )?(?:asked|requested|invited)|preferably|ideally|it is wise|good practice)\\b',
      examples: ['Teachers should keep accounts apart.', 'Parents are asked to arrive early.'],
    },
    {
      modality: 'obligation',
      pattern:
        '\\b(?:must|shall|ha(?:s|ve) to|(?:is|are) (?:required|obliged|expected|bound) to|required|mandatory|compulsory|needs? to|(?<!\\b(?:aims?|purposes?|objectives?|intentions?|goals?|functions?)\\b[^.;]*)(?:is|are) to (?!(?:blame|say)\\b)\\p{L}+|ensures?|undertakes?)\\b',
      examples: [
        'Visitors must sign in.',
        'Wearing a helmet is mandatory.',
        'Staff are expected to reply within a week.',
        'Photos are to be deleted.',
      ],
      not: [
        'The aim of this policy is clarity.',
        'The purpose of this policy is to keep pupils safe.',
        'That is to say, at lunch.',
      ],
    },
    {
      modality: 'permission',
      pattern:
        '\\b(?:may|permitted|allowed|entitled|(?:is|are) free to|ha(?:s|ve) the right)\\b(?! (?:affect|cause|lead|harm|damage|arise|occur|result)\\b)',
      examples: ['Pupils may use the library.', 'Parents are entitled to a copy.'],
      not: ['Careless posts may damage trust.'],
    },
    {
      modality: 'permission',
      pattern: '\\bcan\\b<gap>\\b(?:impose|apply for|request|decide|be (?:given|granted|imposed))\\b',
      examples: ['The head can impose a sanction.'],
      fallback: true,
    },
    {
      modality: 'prohibition',
      pattern:
        "<start>(?:do not|don['’]t|never|avoid|refrain)\\b|<start>(?:all |any |the )?<role>\\b<gap>\\b(?:do|does|will|are|is) (?:not|never)\\b(?! (?:responsible|liable|aware))|<start>(?:all |any |the )?<role> never\\b",
      examples: ['Do not post addresses.', 'Staff do not accept friend requests from pupils.'],
      not: ['The school is not responsible for links.'],
      fallback: true,
    },
    {
      modality: 'obligation',
      pattern: '<start>(?:always |please )?<order>\\b|, (?:please )?<order> (?:it|this|that|your|the)\\b',
      examples: ['Report an accident at once.', 'If you are unsure, ask your manager.'],
      fallback: true,
    },
    {
      modality: 'obligation',
      pattern:
        '<start>(?:(?:if|when|where|in case of|before|after|on)\\b[^,]+, )?(?:all |any |each |every |the |a |an |our )?(?:\\p{L}+ )?<role>\\b(?! (?:is|are|was|were|has|have|can|may|might|want|see|recognises?|values?|believes?|aims?|means|includes?)\\b)(?: (?:\\p{L}+ly ))? ?(?:will |and <role> )?(?:\\p{L}{3,}s?)\\b(?<!:)',
      examples: ['The principal reports a crime to the police.', 'If a pupil is hurt, the school informs the parents.'],
      not: ['Pupils: all who are enrolled.', 'The school is a community.'],
      fallback: true,
    },
  ],
}
