/** WeChat asks for this component where tabs are not its own; the pages draw them, by role. */
export default function CustomTabBar() {
  return null;
}
