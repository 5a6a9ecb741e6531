// Next would look for one in the folders above, which are this repository's when tests build the application below it.
export const register = () => undefined
