export default definePageConfig({ navigationBarTitleText: '登录', navigationBarBackgroundColor: '#0a3f4a', navigationBarTextStyle: 'white' });
