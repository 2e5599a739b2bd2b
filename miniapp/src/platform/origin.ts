/** Address people reach this app under in a browser; empty where there is none. */
export const ownOrigin: () => string = () => '';
