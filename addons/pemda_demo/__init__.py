from .demo import load_demo
