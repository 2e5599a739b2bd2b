export const ownOrigin: () => string = () => window.location.origin;
