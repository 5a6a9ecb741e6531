/** The id of a criterion's card on its page. */
export const cardId = (criterion: string): string => `critere-${criterion}`

/** Its title, which can take the focus. */
export const cardTitleId = (criterion: string): string => `${cardId(criterion)}-titre`
