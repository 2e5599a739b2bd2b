export { FilmVideo } from './film-video.h5';
