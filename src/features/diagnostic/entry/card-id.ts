/** The id of a criterion's card on its page. */
export const cardId = (criterion: string): string => `critere-${criterion}`
