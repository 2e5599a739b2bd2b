const TABS = [
  { pagePath: 'pages/home/index', text: '首页' },
  { pagePath: 'pages/works/index', text: '作品' },
  { pagePath: 'pages/inbox/index', text: '待办' },
  { pagePath: 'pages/slots/index', text: '名额' },
  { pagePath: 'pages/me/index', text: '我的' },
];

export default defineAppConfig({
  pages: [
    ...TABS.map(({ pagePath }) => pagePath),
    'pages/login/index',
    'pages/invite/index',
    'pages/verify/index',
    'pages/rules/index',
    'pages/messages/index',
    'pages/devices/index',
    'pages/films/index',
  ],
  subPackages: [
    { root: 'pages/creator', pages: ['form/index', 'section/index', 'film/index', 'sign/index', 'sign-wide/index', 'submit/index', 'receipt/index', 'status/index'] },
    { root: 'pages/unit', pages: ['review/index', 'recommended/index', 'scan/index', 'history/index', 'compare/index', 'hand-over/index'] },
    { root: 'pages/paper', pages: ['form/index'] },
  ],
  window: {
    navigationBarTitleText: '科普微视频征集',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f1f4f3',
  },
  // The pages draw the tabs of the person's role; WeChat only has to know which pages are tabs, and the browser nothing.
  ...(process.env.TARO_ENV === 'weapp' ? { tabBar: { custom: true, color: '#5b6b71', selectedColor: '#0a5866', list: TABS } } : {}),
  lazyCodeLoading: 'requiredComponents',
  animation: false,
});
