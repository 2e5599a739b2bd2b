export default definePageConfig({ navigationBarTitleText: '科普微视频征集', navigationBarBackgroundColor: '#0a3f4a', navigationBarTextStyle: 'white' });
